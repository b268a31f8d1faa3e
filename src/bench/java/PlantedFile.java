import heed.planted.PlantedShape;
import java.nio.file.Path;

/** Writes one of the planted logs to a CSV file: {@code PlantedFile.java SHAPE FILE}. */
final class PlantedFile {

  private PlantedFile() {}

  public static void main(String[] arguments) {
    var plan =
        switch (arguments[0]) {
          case "baskets" -> PlantedShape.baskets();
          case "films" -> PlantedShape.films();
          case "large-catalogue" -> PlantedShape.largeCatalogue();
          case "twenty-million" -> PlantedShape.twentyMillion();
          default -> throw new IllegalArgumentException("no shape called " + arguments[0]);
        };
    plan.generate(1).writeCsv(Path.of(arguments[1]));
  }
}
