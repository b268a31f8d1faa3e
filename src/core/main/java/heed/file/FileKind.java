package heed.file;

import java.util.regex.Pattern;

/**
 * A kind of file that Heed writes to be read again, such as a catalogue.
 *
 * @param name in lower case, for the file and for errors
 * @param version of what its parts hold; a newer one is refused
 * @param remedy what to do with a file that cannot be read
 */
public record FileKind(String name, int version, String remedy) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z ]*");

  public FileKind {
    if (!NAME.matcher(name).matches() || version < 1) {
      throw new IllegalArgumentException(
          "a kind of file has a name in lower case and a version from 1, found '"
              + name
              + "' and "
              + version);
    }
  }
}
