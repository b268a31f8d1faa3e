package heed;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that Heed's rules are held against. */
public final class HeedClasses {

  /** Also where a module's tests lie in a jar of their own. */
  private static final ImportOption NO_TESTS =
      location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

  private HeedClasses() {}

  /** The library's own classes in these packages, or in all. */
  public static JavaClasses withoutTests(String... packages) {
    return new ClassFileImporter()
        .withImportOption(NO_TESTS)
        .importPackages(packages.length == 0 ? new String[] {"heed"} : packages);
  }
}
