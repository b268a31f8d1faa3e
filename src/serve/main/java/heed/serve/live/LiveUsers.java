package heed.serve.live;

import heed.serve.Event;
import heed.serve.UserHistories;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What users do while they are served. An event that was added is in the very next answer. Behind
 * what was known before stand the live events, in the order they came in.
 *
 * <p>Memory is bounded, see {@link LiveOptions}. Without a log, everything live is lost when the
 * process ends; with one, nothing that {@link #add} has returned from is lost when it is killed.
 * Thread-safe.
 */
public final class LiveUsers implements UserHistories, AutoCloseable {

  private static final class Session {
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private long last;
  }

  private final LiveOptions options;
  private final UserHistories before;
  private final Clock clock;
  private final Optional<EventLog> log;

  /** Held while memory and file change together, which may take long; nobody who asks needs it. */
  private final Object changing = new Object();

  /** In the order of their last events. */
  private final LinkedHashMap<String, Session> sessions = new LinkedHashMap<>();

  private LiveUsers(
      LiveOptions options, UserHistories before, Clock clock, Path file, boolean forced)
      throws IOException {
    this.options = options;
    this.before = before;
    this.clock = clock;
    this.log =
        file == null ? Optional.empty() : Optional.of(EventLog.open(file, forced, this::remember));
  }

  /**
   * Live users in memory alone.
   *
   * @param before what is known of users from training
   */
  public static LiveUsers inMemory(LiveOptions options, UserHistories before) {
    return inMemory(options, before, Clock.systemUTC());
  }

  static LiveUsers inMemory(LiveOptions options, UserHistories before, Clock clock) {
    try {
      return new LiveUsers(options, before, clock, null, false);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory is no file", impossible);
    }
  }

  /**
   * Live users whose events are also appended to a file, which is replayed first.
   *
   * @param forced whether an event is on the disk before {@link #add} returns: it then survives a
   *     loss of power too, and costs a write to the disk
   * @throws IllegalArgumentException if the file is damaged in the middle
   * @throws IllegalStateException if it is open elsewhere
   */
  public static LiveUsers logged(
      LiveOptions options, UserHistories before, Path file, boolean forced) throws IOException {
    return logged(options, before, Clock.systemUTC(), file, forced);
  }

  static LiveUsers logged(
      LiveOptions options, UserHistories before, Clock clock, Path file, boolean forced)
      throws IOException {
    return new LiveUsers(options, before, clock, file, forced);
  }

  /** Whether events are kept in a file. */
  public boolean isLogged() {
    return log.isPresent();
  }

  /**
   * Adds what a user did just now.
   *
   * @throws java.io.UncheckedIOException if it could not be kept; then it counts for nothing
   */
  public void add(String user, Event event) {
    if (user == null || user.isEmpty()) {
      throw new IllegalArgumentException("an event is somebody's; found no user");
    }
    LoggedEvent logged = new LoggedEvent(user, event, now());
    synchronized (changing) { // What is in memory has the order of the file.
      log.ifPresent(file -> file.append(logged));
      remember(logged);
    }
  }

  /** A replayed event ends the sessions that it ended when it came in. */
  private synchronized void remember(LoggedEvent logged) {
    Session session = sessions.remove(logged.user());
    session = session == null || isOver(session, logged.received()) ? new Session() : session;
    sessions.put(logged.user(), session);
    session.last = logged.received();
    session.events.add(logged.event());
    if (session.events.size() > options.mostEvents()) {
      session.events.remove();
    }
    forgetOldest(logged.received());
  }

  private void forgetOldest(long now) {
    Iterator<Session> eldest = sessions.values().iterator();
    while (eldest.hasNext()) {
      boolean over = isOver(eldest.next(), now);
      if (!over && sessions.size() <= options.mostUsers()) {
        return;
      }
      eldest.remove();
    }
  }

  private boolean isOver(Session session, long now) {
    return now - session.last >= options.expiry().toSeconds();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  @Override
  public List<Event> of(String user) {
    List<Event> events = new ArrayList<>(before.of(user));
    events.addAll(live(user));
    return events;
  }

  private synchronized List<Event> live(String user) {
    Session session = sessions.get(user);
    return session == null || isOver(session, now()) ? List.of() : List.copyOf(session.events);
  }

  /** How many users have live events in memory. */
  public synchronized int size() {
    return sessions.size();
  }

  /**
   * Forgets a user's live events, in memory and in the file. What she did before is not ours to
   * forget: it is in the training log and, in a sense that nobody can point to, in the weights.
   *
   * @return how many of her events were forgotten, in the file if there is one
   */
  public long forget(String user) throws IOException {
    synchronized (changing) {
      long inMemory = forgetInMemory(user);
      return log.isPresent() ? log.get().forget(user) : inMemory;
    }
  }

  private synchronized long forgetInMemory(String user) {
    Session session = sessions.remove(user);
    return session == null ? 0 : session.events.size();
  }

  @Override
  public void close() throws IOException {
    if (log.isPresent()) {
      log.get().close();
    }
  }
}
