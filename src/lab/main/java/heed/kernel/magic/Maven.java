package heed.kernel.magic;

import heed.figure.Html;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Libraries by their Maven coordinates. Maven itself resolves them, as its settings say: the
 * reader's mirrors, proxies and her repository on this machine count, and what is there needs no
 * network.
 */
final class Maven {
  private static final String BUILD_CLASSPATH =
      "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

  private final List<String> repositories = new ArrayList<>();

  /** Looks into one more repository from now on. */
  void addRepository(String id, String address) {
    repositories.add(
        String.format(
            Locale.ROOT,
            "<repository><id>%s</id><url>%s</url></repository>",
            Html.text(id),
            Html.text(address)));
  }

  /**
   * The jars of some libraries and of all that these need at run time.
   *
   * @param coordinates each as {@code group:artifact:version}, a packaging and a classifier between
   *     artifact and version if there is one
   */
  List<Path> resolve(List<String> coordinates)
      throws MagicFailure, IOException, InterruptedException {
    StringBuilder dependencies = new StringBuilder();
    for (String one : coordinates) {
      dependencies.append(dependency(one));
    }
    return ofDependencies(dependencies.toString());
  }

  /** The jars of dependencies as a POM writes them. */
  List<Path> ofDependencies(String dependencies)
      throws MagicFailure, IOException, InterruptedException {
    Path folder = Files.createTempDirectory("heed-maven");
    Path pom = folder.resolve("pom.xml");
    Files.writeString(
        pom,
        "<project><modelVersion>4.0.0</modelVersion><groupId>cell</groupId>"
            + "<artifactId>cell</artifactId><version>1</version><packaging>pom</packaging>"
            + "<repositories>"
            + String.join("", repositories)
            + "</repositories><dependencies>"
            + dependencies
            + "</dependencies></project>");
    try {
      return ofPom(pom);
    } finally {
      delete(folder);
    }
  }

  /** The jars that a POM needs at run time. */
  List<Path> ofPom(Path pom) throws MagicFailure, IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("heed-maven");
    Path log = scratch.resolve("log.txt");
    Path classPath = scratch.resolve("class-path.txt");
    try {
      // First with what is on this machine, which takes a second and no network.
      if (!call(pom, classPath, log, "-o") && !call(pom, classPath, log, "-U")) {
        throw new MagicFailure(why(Files.readString(log)));
      }
      return Stream.of(Files.readString(classPath).strip().split(File.pathSeparator, -1))
          .filter(path -> !path.isEmpty())
          .map(Path::of)
          .toList();
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static boolean call(Path pom, Path classPath, Path log, String mode)
      throws MagicFailure, IOException, InterruptedException {
    List<String> command =
        List.of(
            Optional.ofNullable(System.getenv("HEED_MAVEN")).orElse("mvn"),
            "-B",
            "-ntp",
            mode,
            "-f",
            pom.toString(),
            BUILD_CLASSPATH,
            "-Dmdep.outputFile=" + classPath,
            "-Dmdep.includeScope=runtime");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new MagicFailure(
          "Maven cannot be started ("
              + e.getMessage()
              + "); install it, or add jars of yours by %jars FILE");
    }
    try {
      return process.waitFor() == 0;
    } finally {
      process.destroy();
    }
  }

  /** The line in which Maven says what is wrong, without the addresses of its own help. */
  private static String why(String log) {
    return log.lines()
        .filter(line -> line.startsWith("[ERROR]"))
        .map(line -> line.substring("[ERROR]".length()).strip())
        .map(line -> line.replaceAll(" -> \\[Help.*", "").replaceAll("^Failed to .*?: ", ""))
        .map(line -> line.replaceAll("^Could not resolve dependencies for project .*?:1: ", ""))
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("Maven failed: " + log.strip());
  }

  private static String dependency(String coordinates) throws MagicFailure {
    String[] parts = coordinates.split(":", -1);
    if (parts.length < 3 || parts.length > 5 || Stream.of(parts).anyMatch(String::isBlank)) {
      throw new MagicFailure(
          "expected group:artifact:version, such as org.apache.commons:commons-csv:1.14.1, found "
              + coordinates);
    }
    String type = parts.length > 3 ? tag("type", parts[2]) : "";
    String classifier = parts.length > 4 ? tag("classifier", parts[3]) : "";
    return "<dependency>"
        + tag("groupId", parts[0])
        + tag("artifactId", parts[1])
        + tag("version", parts[parts.length - 1])
        + type
        + classifier
        + "</dependency>";
  }

  private static String tag(String name, String text) {
    return "<" + name + ">" + Html.text(text) + "</" + name + ">";
  }
}
