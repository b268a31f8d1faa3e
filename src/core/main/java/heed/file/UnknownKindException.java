package heed.file;

import java.util.List;
import java.util.Locale;

/**
 * A record stands for an interface and is none that the codec knows: when it is written it could
 * not be read back, and when it is read it is somebody's own. Nothing is damaged.
 */
final class UnknownKindException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String kind;
  private final String what;

  private UnknownKindException(String kind, String what, String remedy) {
    super(what + "; " + remedy);
    this.kind = kind;
    this.what = what;
  }

  /** Of a value that is to be written. */
  static UnknownKindException writing(Object value, Class<?> asked, List<String> known, String at) {
    Class<?> type = value.getClass();
    boolean named = !type.isHidden() && !type.isAnonymousClass();
    String kind = named ? type.getSimpleName() : "MyRecord";
    return new UnknownKindException(
        kind,
        String.format(
            Locale.ROOT,
            "%s: found %s, which could not be read back, expected a kind of %s that is known: %s",
            at,
            named ? kind : "a lambda or a class without a name",
            asked.getSimpleName(),
            String.join(", ", known)),
        value instanceof Record
            ? "a record of your own is made known by codec.with(MyRecord.class)"
            : "make it a record, and make that known by codec.with(MyRecord.class)");
  }

  /** Of a kind that a text names. */
  static UnknownKindException reading(
      String found, String shown, Class<?> asked, List<String> known, String at) {
    return new UnknownKindException(
        found,
        String.format(
            Locale.ROOT,
            "%s: found the kind %s, which is none of %s, expected a kind of %s",
            at,
            shown,
            String.join(", ", known),
            asked.getSimpleName()),
        "a record of your own is made known by codec.with(MyRecord.class)");
  }

  /** Where it stands, what was found, and what was expected. */
  String what() {
    return what;
  }

  /** What {@link RecordCodec#with} is to be given: "Mine.class". */
  String argument() {
    return isName(kind) ? kind + ".class" : '"' + kind + "\", MyRecord.class";
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && Character.isJavaIdentifierStart(text.charAt(0))
        && text.chars().allMatch(Character::isJavaIdentifierPart);
  }
}
