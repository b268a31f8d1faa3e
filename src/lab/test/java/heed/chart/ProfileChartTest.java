package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.features.ItemWords;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.figure.Figure;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.model.interest.Fading;
import heed.model.interest.InterestProfile;
import heed.reading.Tables;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ProfileChartTest {

  private static final List<String> IDS = List.of("1", "2", "3", "4");
  private static final Catalogue FILMS =
      Catalogue.of(IDS, Map.of("1", "Heat (1995)", "2", "Alien (1979)"));

  private static final ItemWords WORDS = words();

  private static ItemWords words() {
    Attributes films =
        Tables.attributes(
            Table.create(
                StringColumn.create("film", IDS),
                StringColumn.create("genres", List.of("crime", "space", "space", "crime"))),
            "film",
            Attribute.categories("genres", "|"));
    return ItemWords.of(FeatureSet.of(Feature.multiHot("genres")).fit(films, IDS), films, FILMS);
  }

  @Test
  void rows_are_words_in_the_order_of_their_peaks_and_columns_are_clicks() {
    History clicks = History.untimed(FILMS, 2, 1);
    InterestProfile first = InterestProfile.none(Fading.byEvents(1)).after(WORDS, 2, 0);
    Figure figure = ProfileChart.of(clicks, List.of(first, first.after(WORDS, 1, 1)), WORDS, 5);
    JsonObject trace =
        JsonParser.parseString(figure.json())
            .getAsJsonObject()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject();
    assertThat(trace.get("y")).hasToString("[\"space (genres)\",\"crime (genres)\"]");
    assertThat(trace.getAsJsonArray("z").get(0).getAsJsonArray().get(0).getAsDouble()).isEqualTo(1);
    assertThat(figure.description())
        .isEqualTo(
            "Interest weights, click by click. After Alien (1979) most weighs space (genres)"
                + " (100%), at the end crime (genres) (67%)");
    assertThatThrownBy(() -> ProfileChart.of(clicks, List.of(first), WORDS, 5))
        .hasMessageContaining("found 1 profiles and 2 clicks");
  }
}
