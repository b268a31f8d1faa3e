package heed.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * The variables that lost their value because the class they were of was defined anew: to Java it
 * is another class, which the old objects are not of.
 */
final class Redefinitions {
  private final SourcePositions places;
  private final Map<String, String> gone = new LinkedHashMap<>();

  Redefinitions(SourcePositions places) {
    this.places = places;
  }

  /** What to tell a reader about the variables that went with this evaluation. */
  Optional<String> follow(List<SnippetEvent> events) {
    Optional<String> type = Optional.empty();
    List<VarSnippet> lost = new ArrayList<>();
    for (SnippetEvent event : events) {
      Snippet snippet = event.snippet();
      if (event.causeSnippet() == null && snippet instanceof TypeDeclSnippet defined) {
        type = Optional.of(defined.name());
      } else if (event.causeSnippet() == null && snippet instanceof VarSnippet defined) {
        gone.remove(defined.name());
      } else if (snippet instanceof VarSnippet held && type.isPresent()) {
        if (event.previousStatus().isDefined() && isOf(held, event, type.get())) {
          lost.add(held);
        }
      }
    }
    return lost.isEmpty() ? Optional.empty() : Optional.of(note(type.orElseThrow(), lost));
  }

  /** Why a variable is gone, if it went with a class. */
  Optional<String> why(String variable) {
    return Optional.ofNullable(gone.get(variable));
  }

  /** Whether a variable is gone, or of a type that names the class, and not just defined anew. */
  private static boolean isOf(VarSnippet held, SnippetEvent event, String type) {
    Pattern name = Pattern.compile("\\b" + Pattern.quote(type) + "\\b");
    boolean lost = !event.status().isDefined() || name.matcher(held.typeName()).find();
    return lost && event.status() != Snippet.Status.OVERWRITTEN;
  }

  private String note(String type, List<VarSnippet> lost) {
    for (VarSnippet held : lost) {
      gone.put(
          held.name(),
          String.format(
              Locale.ROOT,
              "%s went when %s was defined anew; run %s again",
              held.name(),
              type,
              places.cells(List.of(held.id()))));
    }
    return String.format(
        Locale.ROOT,
        "%s is a new class now; %s went with the old one. Run %s again.",
        type,
        lost.stream().map(VarSnippet::name).collect(Collectors.joining(", ")),
        places.cells(lost.stream().map(VarSnippet::id).toList()));
  }
}
