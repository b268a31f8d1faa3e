package heed.model.interest;

import heed.features.ItemWords;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.planted.PlantedLog;
import heed.reading.Tables;
import heed.sequence.Sequences;

/** What the items of a planted log are described by: the topics that they were planted with. */
record PlantedWords(Sequences sequences, ItemWords words) {

  static PlantedWords of(PlantedLog planted) {
    Attributes tags = Tables.attributes(planted.words(), "item", Attribute.categories("tags", "|"));
    Sequences sequences = Sequences.of(planted.log(), 1);
    return new PlantedWords(
        sequences,
        ItemWords.of(
            FeatureSet.of(Feature.multiHot("tags")).fit(tags, planted.log().items()),
            tags,
            sequences.catalogue()));
  }
}
