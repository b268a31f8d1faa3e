package heed.model;

/** A network that keeps a memory of slots for each user, whose contents can be shown. */
public interface MemoryNetwork extends Network {

  /**
   * What the slots hold after the last of these events.
   *
   * @param events of one history, without padding, in memory that is freed by the caller
   */
  SlotContents contents(Events events);
}
