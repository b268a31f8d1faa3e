package heed.serve;

import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What users did until now, by their ids: what a service asks when a request names a user only. */
@FunctionalInterface
public interface UserHistories {

  /** The events of a user, oldest first; none of one who is not known. Called by many threads. */
  List<Event> of(String user);

  /** Nobody is known. */
  static UserHistories none() {
    return user -> List.of();
  }

  /** Those of a log, as it was read; item ids are those of its catalogue. */
  static UserHistories of(Sequences sequences) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < sequences.size(); row++) {
      rows.put(sequences.user(row), row);
    }
    return user -> {
      Integer row = rows.get(user);
      return row == null ? List.of() : events(sequences.history(row));
    };
  }

  private static List<Event> events(History history) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < history.length(); i++) {
      events.add(
          new Event(history.catalogue().id(history.item(i)), history.time(i), history.type(i)));
    }
    return events;
  }
}
