import heed.log.Interactions;
import heed.planted.PlantedShape;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one of the planted logs as user, item and time: {@code PlantedFile.java SHAPE FILE}. */
final class PlantedFile {

  private PlantedFile() {}

  public static void main(String[] arguments) throws IOException {
    var plan =
        switch (arguments[0]) {
          case "baskets" -> PlantedShape.baskets();
          case "films" -> PlantedShape.films();
          case "large-catalogue" -> PlantedShape.largeCatalogue();
          case "twenty-million" -> PlantedShape.twentyMillion();
          default -> throw new IllegalArgumentException("no shape called " + arguments[0]);
        };
    Interactions log = plan.generate(1).log();
    try (BufferedWriter writer = Files.newBufferedWriter(Path.of(arguments[1]))) {
      writer.write("user,item,time\n");
      for (int row = 0; row < log.size(); row++) {
        writer.append(log.users().get(row)).append(',').append(log.items().get(row));
        writer.append(',').append(Long.toString(log.time(row) / 1000)).append('\n');
      }
    }
  }
}
