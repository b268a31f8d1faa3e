package heed.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

  private static boolean isOf(VarSnippet held, SnippetEvent event, String type) {
    boolean names =
        Pattern.compile("\\b" + Pattern.quote(type) + "\\b").matcher(held.typeName()).find();
    return names && event.status() != Snippet.Status.OVERWRITTEN
        || !event.status().isDefined() && event.status() != Snippet.Status.OVERWRITTEN;
  }

  private String note(String type, List<VarSnippet> lost) {
    List<String> names = lost.stream().map(VarSnippet::name).toList();
    String cells = places.cells(lost.stream().map(VarSnippet::id).toList());
    boolean one = names.size() == 1;
    String note =
        String.format(
            Locale.ROOT,
            "%s is a new class now; %s went with the old one. Run %s again.",
            type,
            String.join(", ", names),
            cells);
    names.forEach(
        name ->
            gone.put(
                name,
                String.format(
                    Locale.ROOT,
                    "%s went when %s was defined anew; run %s again",
                    name,
                    type,
                    places.cells(
                        lost.stream()
                            .filter(held -> held.name().equals(name))
                            .map(VarSnippet::id)
                            .toList()))));
    return note;
  }
}
