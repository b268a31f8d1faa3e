package heed.file;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A kind of file that Heed writes to be read again, such as a catalogue.
 *
 * @param name in lower case, for the file and for errors
 * @param version of what its parts hold; a newer one is refused
 * @param remedy what to do with a file that cannot be read
 * @param own how a reader's own records are handed to what writes and reads such files, for errors;
 *     {@code %s} stands for what {@link RecordCodec#with} is given
 */
public record FileKind(String name, int version, String remedy, String own) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z ]*");

  /** Files whose codec the reader has in hand. */
  public FileKind(String name, int version, String remedy) {
    this(name, version, remedy, "give what writes and reads it codec.with(%s)");
  }

  public FileKind {
    if (!NAME.matcher(name).matches() || version < 1) {
      throw new IllegalArgumentException(
          "a kind of file has a name in lower case and a version from 1, found '"
              + name
              + "' and "
              + version);
    }
  }

  /**
   * A value in one line of JSON, to be a text of such a file.
   *
   * @param type as which it is read back
   * @throws IllegalArgumentException if it holds a record that the codec does not know
   */
  public String json(Object value, Class<?> type, RecordCodec codec) {
    try {
      return codec.write(value, type);
    } catch (UnknownKindException unknown) {
      throw unwritable(unknown);
    }
  }

  /** Of settings that could be written and never be read again. */
  IllegalArgumentException unwritable(UnknownKindException unknown) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "a %s that holds this could not be read again: %s; %s",
            name,
            unknown.what(),
            remedy(unknown)),
        unknown);
  }

  String remedy(UnknownKindException unknown) {
    return own.replace("%s", unknown.argument());
  }
}
