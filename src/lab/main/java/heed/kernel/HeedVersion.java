package heed.kernel;

import java.util.Optional;

/** The version of this library, as its jar says it. */
final class HeedVersion {

  private HeedVersion() {}

  static String ofLibrary() {
    return Optional.ofNullable(HeedVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
