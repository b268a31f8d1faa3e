package heed;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Heed writes and reads the same on every machine, where decimals have a comma, too. */
class LocaleTest {

  /** By class: methods that ask the machine for its locale unless they are given one. */
  private static final Set<String> ASKING =
      Set.of(
          "java.lang.String.format",
          "java.lang.String.formatted",
          "java.lang.String.toLowerCase",
          "java.lang.String.toUpperCase",
          "java.io.PrintStream.format",
          "java.io.PrintStream.printf",
          "java.io.PrintWriter.format",
          "java.io.PrintWriter.printf",
          "java.text.DecimalFormat.<init>",
          "java.text.MessageFormat.<init>",
          "java.text.MessageFormat.format",
          "java.text.NumberFormat.getInstance",
          "java.text.NumberFormat.getIntegerInstance",
          "java.text.NumberFormat.getNumberInstance",
          "java.text.NumberFormat.getPercentInstance",
          "java.text.SimpleDateFormat.<init>",
          "java.time.format.DateTimeFormatter.ofPattern",
          "java.time.format.DateTimeFormatterBuilder.toFormatter",
          "java.util.Formatter.<init>",
          "java.util.Locale.getDefault",
          "java.util.Scanner.<init>");

  @Test
  void nothing_asks_the_machine_for_its_locale() {
    Set<String> asking = new TreeSet<>();
    for (JavaClass from : new ClassFileImporter().importPackages("heed")) {
      for (JavaAccess<?> access : from.getAccessesFromSelf()) {
        String called = access.getTargetOwner().getFullName() + "." + access.getName();
        if (ASKING.contains(called) && !hasLocale(access)) {
          asking.add(access.getSourceCodeLocation() + " calls " + called);
        }
      }
    }
    assertThat(asking)
        .as("give the locale: String.format(Locale.ROOT, ...), toLowerCase(Locale.ROOT)")
        .isEmpty();
  }

  private static boolean hasLocale(JavaAccess<?> access) {
    List<String> parameters =
        access.getTarget() instanceof CodeUnitAccessTarget target
            ? target.getRawParameterTypes().stream().map(JavaClass::getFullName).toList()
            : List.of();
    return parameters.contains("java.util.Locale");
  }
}
