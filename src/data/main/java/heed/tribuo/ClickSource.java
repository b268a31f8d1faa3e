package heed.tribuo;

import heed.clicks.ClickFields;
import heed.clicks.ClickSchema;
import heed.clicks.Clicks;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.ConfigurableDataSource;
import org.tribuo.DataSource;
import org.tribuo.Example;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.DataSourceProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Clicks as Tribuo reads them: an example a row, labelled {@link Clicks#CLICK} or {@link
 * Clicks#PASS}. A {@link ConfigurableDataSource} would read a file anew; this one is made of rows
 * that are already joined with their features.
 *
 * <p>Tribuo knows a feature by its name. A code becomes a name of its own with the value 1, such as
 * {@code item category 3}; a number keeps its column's name. The history is not among them.
 */
public final class ClickSource implements DataSource<Label> {

  /** In every example, since Tribuo refuses one of which it knows no feature. */
  private static final String ALWAYS = "shown";

  private final Clicks clicks;
  private final LabelFactory labels = new LabelFactory();
  private final SideNames users;
  private final SideNames items;
  private final DataSourceProvenance provenance;

  public ClickSource(Clicks clicks) {
    this.clicks = clicks;
    ClickSchema schema = clicks.schema();
    this.users = SideNames.of("user", schema.users());
    this.items = SideNames.of("item", schema.items());
    this.provenance = new SimpleDataSourceProvenance("clicks: " + clicks, labels);
  }

  /** The names of a side's features, by field of codes and by column of numbers. */
  private record SideNames(List<String> codes, List<String> numbers) {

    static SideNames of(String side, ClickFields fields) {
      List<String> numbers = new ArrayList<>();
      for (ClickFields.Numbers field : fields.numbers()) {
        for (int column = 0; column < field.width(); column++) {
          numbers.add(side + " " + field.name() + (field.width() > 1 ? " " + column : ""));
        }
      }
      return new SideNames(
          fields.codes().stream().map(field -> side + " " + field.name()).toList(), numbers);
    }

    void add(int[] codesOfRow, float[] numbersOfRow, Example<Label> example) {
      for (int field = 0; field < codesOfRow.length; field++) {
        example.add(new org.tribuo.Feature(codes.get(field) + " " + codesOfRow[field], 1));
      }
      for (int column = 0; column < numbersOfRow.length; column++) {
        example.add(new org.tribuo.Feature(numbers.get(column), numbersOfRow[column]));
      }
    }
  }

  /** A row as an example. */
  Example<Label> example(int row) {
    Example<Label> example =
        new ArrayExample<>(labels.generateOutput(clicks.clicked(row) ? Clicks.CLICK : Clicks.PASS));
    example.add(new org.tribuo.Feature(ALWAYS, 1));
    users.add(clicks.userCodes(row), clicks.userNumbers(row), example);
    items.add(clicks.itemCodes(row), clicks.itemNumbers(row), example);
    return example;
  }

  @Override
  public Iterator<Example<Label>> iterator() {
    return IntStream.range(0, clicks.size()).mapToObj(this::example).iterator();
  }

  @Override
  public OutputFactory<Label> getOutputFactory() {
    return labels;
  }

  @Override
  public DataSourceProvenance getProvenance() {
    return provenance;
  }

  @Override
  public String toString() {
    return "clicks for Tribuo: " + clicks;
  }
}
