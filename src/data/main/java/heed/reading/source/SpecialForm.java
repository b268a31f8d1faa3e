package heed.reading.source;

import heed.log.Columns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms of text that are no rows of columns, but are common where recommenders are compared. */
enum SpecialForm {
  /** A user and what she took, in order: as LightGCN, S3Rec and others publish. */
  USER_A_LINE("each line is a user and her items in order", "user items") {
    @Override
    String rewritten(String line) {
      String[] parts = line.strip().split(SPACE, 2);
      return parts[0] + "\t[" + (parts.length > 1 ? parts[1] : "") + "]";
    }
  },

  /** MIND's impressions: news that were shown, each with whether it was clicked. */
  IMPRESSIONS(
      "each line is an impression as in MIND's behaviors.tsv; what was clicked is read, histories"
          + " without times are not",
      "user items time") {
    @Override
    String rewritten(String line) {
      String[] fields = line.split("\t", -1);
      if (fields.length != 5) {
        return line.isBlank() ? "" : "\t\t" + line.replace('\t', ' ');
      }
      String clicked =
          Arrays.stream(fields[4].split(" ", -1))
              .filter(shown -> shown.endsWith("-1"))
              .map(shown -> shown.substring(0, shown.length() - 2))
              .collect(Collectors.joining(" "));
      return fields[1] + "\t[" + clicked + "]\t" + fields[2];
    }
  },

  /** As Netflix published its prize: a line with a film and a colon, the ratings of it below. */
  RATINGS_BY_ITEM("lines such as '7:' name the item of the lines below", "item user value time") {
    @Override
    String rewritten(String line) {
      throw new IllegalStateException("a line means nothing without the item above it");
    }

    @Override
    UnaryOperator<String> rewriter() {
      return new RatingsByItem();
    }
  },

  /** What a web server writes of each request. */
  ACCESS_LOG(
      "each line is a request to a web server; pages that were got are read: method GET, answered"
          + " with 200 to 299 or 304, and no scripts, styles, pictures or fonts",
      AccessLine.NAMES) {
    @Override
    String rewritten(String line) {
      return AccessLine.columns(line);
    }

    @Override
    void demand(String named, Columns told) {
      AccessLine.demand(named, told);
    }
  },

  /** A table as databases and Markdown draw it, with bars between its columns. */
  DRAWN("a drawn table is read without its lines", "") {
    @Override
    String rewritten(String line) {
      if (RULE.matcher(line).matches() || line.strip().matches("\\(\\d+ rows?\\)")) {
        return "";
      }
      return line.strip().replaceAll("^\\||\\|$", "").strip().replaceAll("\\s*\\|\\s*", "\t");
    }
  },

  /** Columns that are as wide as their widest field, filled up with spaces. */
  ALIGNED("columns are separated by spaces", "") {
    @Override
    String rewritten(String line) {
      return line.strip().replaceAll(SPACE, "\t");
    }
  };

  private static final String SPACE = "[ \t]+";
  private static final Pattern RULE = Pattern.compile("\\s*[+|]?[-=:]{2,}[-=:+| ]*");
  private static final Pattern ID = Pattern.compile("(?=[A-Za-z_-]*+\\d)[\\w-]++");
  private static final Pattern SHOWN = Pattern.compile("\\S+-[01]( \\S+-[01])*+");
  private static final int LINES_LOOKED_AT = 2_000;

  private final String meaning;
  private final String names;

  SpecialForm(String meaning, String names) {
    this.meaning = meaning;
    this.names = names;
  }

  /** What is special about it, in words. */
  String meaning() {
    return meaning;
  }

  /** The names of the columns that it is rewritten to; empty if they are in the file. */
  List<String> names() {
    return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
  }

  /** A line as columns, separated by tabs. */
  abstract String rewritten(String line);

  /** Rewrites the lines of one file, from its first on. */
  UnaryOperator<String> rewriter() {
    return this::rewritten;
  }

  /**
   * Asks for what the form alone cannot tell.
   *
   * @throws IllegalArgumentException if it is not told
   */
  void demand(String named, Columns told) {}

  /** How many lines above the first row hold none: the edge of a drawn table. */
  int linesAbove(String text) {
    return this == DRAWN && RULE.matcher(text.lines().findFirst().orElse("")).matches() ? 1 : 0;
  }

  /** The form that a text has, from its beginning; empty for rows of columns. */
  static Optional<SpecialForm> of(String text) {
    List<String> all = text.lines().filter(line -> !line.isBlank()).limit(LINES_LOOKED_AT).toList();
    List<String> lines = all.size() > 2 ? all.subList(0, all.size() - 1) : all;
    if (lines.stream().allMatch(SpecialForm::isImpression)) {
      return Optional.of(IMPRESSIONS);
    }
    if (RatingsByItem.are(lines)) {
      return Optional.of(RATINGS_BY_ITEM);
    }
    if (AccessLine.areMost(lines)) {
      return Optional.of(ACCESS_LOG);
    }
    if (isDrawn(lines)) {
      return Optional.of(DRAWN);
    }
    if (isUserALine(lines)) {
      return Optional.of(USER_A_LINE);
    }
    return isAligned(lines) ? Optional.of(ALIGNED) : Optional.empty();
  }

  /** A rule is the first line or the second, and all else has bars. */
  private static boolean isDrawn(List<String> lines) {
    return lines.size() > 2
        && lines.subList(0, 2).stream().anyMatch(line -> RULE.matcher(line).matches())
        && lines.stream().allMatch(line -> RULE.matcher(line).matches() || line.contains("|"));
  }

  private static boolean isImpression(String line) {
    String[] fields = line.split("\t", -1);
    return fields.length == 5 && SHOWN.matcher(fields[4]).matches();
  }

  /**
   * A line of nothing but ids, the first on no other line, the rest from one set: what stands in
   * one place also stands in others.
   */
  private static boolean isUserALine(List<String> lines) {
    Set<String> users = new HashSet<>();
    Map<String, Integer> lastLine = new HashMap<>();
    int again = 0;
    int items = 0;
    int longest = 0;
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).strip().split(SPACE, -1);
      if (!Arrays.stream(parts).allMatch(part -> ID.matcher(part).matches())
          || !users.add(parts[0])) {
        return false;
      }
      longest = Math.max(longest, parts.length);
      for (int j = 1; j < parts.length; j++) {
        Integer before = lastLine.put(parts[j], j);
        again += before != null && before != j ? 1 : 0;
        items++;
      }
    }
    return lines.size() > 2 && longest > 3 && again > items / 4;
  }

  private static boolean isAligned(List<String> lines) {
    return lines.size() > 2
        && lines.stream().noneMatch(line -> line.matches(".*[,;|\t].*"))
        && lines.stream().anyMatch(line -> line.matches("( .*|.*\\S  +\\S.*)"))
        && lines.stream().map(line -> line.strip().split(SPACE, -1).length).distinct().count() == 1
        && lines.get(0).strip().contains(" ");
  }
}
