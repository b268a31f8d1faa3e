package heed.planted;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is behind a planted log: of each event what decided it, of each user what she cares for, of
 * each item its topic, and how well the next item can be predicted at best.
 *
 * <p>Users are called u1, u2, ..., items i1, i2, ..., whatever was done to the log since. A life is
 * not stored but lived again from the seed. Safe to share between threads.
 */
public final class PlantedTruth {

  private final PlantedWorld world;

  PlantedTruth(PlantedWorld world) {
    this.world = world;
  }

  /** The plan the log was made by. */
  public Planted plan() {
    return world.plan();
  }

  /**
   * What happened to a user, and why.
   *
   * @throws IllegalArgumentException if no such user is planted
   */
  public PlantedLife life(String user) {
    return PlantedLife.of(world, world.user(user));
  }

  /** How well the last event of each user can be predicted. */
  public PlantedOptimum optimum(int k) {
    return PlantedOptimum.of(world, k);
  }

  /**
   * The {@code k} items that a user's last event was most likely to have, best first, knowing all
   * that is planted and all that came before.
   *
   * @throws IllegalArgumentException if no such user is planted
   */
  public List<String> best(String user, int k) {
    PlantedWalk walk = new PlantedWalk(world);
    walk.beginBeforeLast(world.user(user));
    return new PlantedOdds(world, walk).best(k).stream().map(PlantedWorld::itemName).toList();
  }

  /**
   * The topic of an item, from 0.
   *
   * @throws IllegalArgumentException if no such item is planted
   */
  public int topic(String item) {
    return world.items().topic(world.item(item));
  }

  /** The item that comes next where this one decides. */
  public String follower(String item) {
    return PlantedWorld.itemName(world.items().follower(world.item(item)));
  }

  /** Whether an item appears only from {@link #coldFrom()} on. */
  public boolean cold(String item) {
    return world.items().cold(world.item(item));
  }

  /** When the cold items come out, if there are any: nine tenths of the events lie before. */
  public Optional<Instant> coldFrom() {
    return plan().goods().cold() == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(world.coldMillis()));
  }

  PlantedWorld world() {
    return world;
  }
}
