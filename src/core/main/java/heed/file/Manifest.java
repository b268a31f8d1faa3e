package heed.file;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first part of a container: what it is, and what else is in it.
 *
 * @param format of the container itself
 * @param kind of the file
 * @param version of its kind
 * @param parts in their order, the manifest left out
 */
record Manifest(String format, String kind, int version, List<Part> parts) {

  static final String NAME = "manifest.json";

  /** Of the layout: where the manifest and the parts stand. */
  static final String FORMAT = "heed 1";

  private static final Pattern PART = Pattern.compile("[a-z][a-z0-9-]*\\.(json|safetensors)");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST_PARTS = 1_000;

  /**
   * One part.
   *
   * @param name as a file's
   * @param bytes how long it is
   * @param sha256 its digest, hexadecimal
   */
  record Part(String name, long bytes, String sha256) {

    Part {
      if (!PART.matcher(name).matches() || bytes < 0 || !DIGEST.matcher(sha256).matches()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a part has a name such as items.json, a length and a digest, found '%s', %d, '%s'",
                name,
                bytes,
                sha256));
      }
    }

    boolean text() {
      return name.endsWith(".json");
    }
  }

  Manifest {
    parts = List.copyOf(parts);
    Set<String> names = new HashSet<>(parts.stream().map(Part::name).toList());
    if (names.size() < parts.size() || names.contains(NAME) || parts.size() > MOST_PARTS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a container has at most %,d parts of different names, found %s",
              MOST_PARTS,
              parts.stream().map(Part::name).toList()));
    }
  }
}
