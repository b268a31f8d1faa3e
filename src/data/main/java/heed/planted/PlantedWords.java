package heed.planted;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Titles and tags of planted items, in made-up words. */
final class PlantedWords {

  private static final int WORDS = 8;

  /** How many words belong to a topic. */
  private static final int OF_TOPIC = 12;

  /** How many words belong to no topic. */
  private static final int COMMON = 60;

  private static final int TAGS = 3;

  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();

  /** Words of three syllables, and a step through them that meets each once. */
  private static final int VOCABULARY = SYLLABLES * SYLLABLES * SYLLABLES;

  private static final int STEP = 100_003;

  private final PlantedWorld world;

  PlantedWords(PlantedWorld world) {
    this.world = world;
  }

  /** Two words of the item's topic, one that says nothing, and the item's number. */
  String title(int item) {
    SplittableRandom random = Planted.random(world.seed(), WORDS, item);
    String first = ofTopic(item, random);
    String second = ofTopic(item, random);
    String title = first + " " + word(random.nextInt(COMMON)) + " " + second;
    return Character.toUpperCase(title.charAt(0)) + title.substring(1) + " " + (item + 1);
  }

  /** Three different words of the item's topic, separated by a bar. */
  String tags(int item) {
    SplittableRandom random = Planted.random(world.seed(), WORDS, -1 - item);
    Set<String> tags = new LinkedHashSet<>();
    while (tags.size() < TAGS) {
      tags.add(ofTopic(item, random));
    }
    return String.join("|", tags);
  }

  private String ofTopic(int item, SplittableRandom random) {
    int topic = world.items().topic(item);
    return word(COMMON + topic * OF_TOPIC + random.nextInt(OF_TOPIC));
  }

  /** The word of a number; different numbers have different words. */
  private static String word(int number) {
    int rest = (int) ((long) number * STEP % VOCABULARY);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      int syllable = rest % SYLLABLES;
      word.append(CONSONANTS.charAt(syllable / VOWELS.length()));
      word.append(VOWELS.charAt(syllable % VOWELS.length()));
      rest /= SYLLABLES;
    }
    return word.toString();
  }
}
