package heed.serve;

import java.util.List;
import java.util.stream.Stream;

/** Whom or what a list is for. */
public sealed interface Subject {

  /** See {@link Request#of}. */
  record OfHistory(List<Event> events) implements Subject {

    public OfHistory {
      events = List.copyOf(events);
    }

    static OfHistory of(List<String> items) {
      Stream<Event> events = items.stream().map(Event::now);
      return new OfHistory(events.toList());
    }
  }

  /** See {@link Request#ofUser}. */
  record OfUser(String user) implements Subject {

    public OfUser {
      if (user == null || user.isEmpty()) {
        throw new IllegalArgumentException("a request for a user names her id, found none");
      }
    }
  }

  /** See {@link Request#likeItem}. */
  record LikeItem(String item) implements Subject {

    public LikeItem {
      if (item == null || item.isEmpty()) {
        throw new IllegalArgumentException("a request for similar items names one, found none");
      }
    }
  }
}
