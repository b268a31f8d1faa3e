package heed.serve.http;

import heed.bundle.Bundle;
import heed.serve.Model;
import heed.serve.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The bundles of one folder, of which a service answers with one at a time. Keeps the one before
 * open, to go back to; closes what is older. Thread-safe.
 */
public final class Bundles implements AutoCloseable {

  private final Path folder;
  private final Opening opening;
  private final UnaryOperator<Model> dressed;
  private Bundle present;
  private Optional<Bundle> before = Optional.empty();
  private final Model first;

  /** As {@link #Bundles(Path, Opening, UnaryOperator)}, of whole files. */
  public Bundles(Path file, UnaryOperator<Model> dressed) throws IOException {
    this(file, Opening.whole(), dressed);
  }

  /**
   * Opens the first.
   *
   * @param file the bundle; others are taken from its folder
   * @param opening how each of them is opened
   * @param dressed adds to each model what a bundle does not hold: rules, attributes, a fallback
   */
  public Bundles(Path file, Opening opening, UnaryOperator<Model> dressed) throws IOException {
    this.folder = file.toAbsolutePath().normalize().getParent();
    this.opening = opening;
    this.dressed = dressed;
    this.present = opening.open(file);
    this.first = dressed.apply(Model.of(present));
  }

  /** The model of the first bundle, to make a service of. */
  public Model first() {
    return first;
  }

  /**
   * Lets a service answer with another bundle of the folder.
   *
   * @param name of the file, without a folder
   * @throws IllegalArgumentException if there is none, it is damaged, or it cannot answer; the
   *     service then goes on as before
   */
  synchronized Model swap(Service service, String name) {
    Path file = folder.resolve(name).normalize();
    if (!folder.equals(file.getParent()) || !Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "there is no bundle '" + name + "' beside the one that was served first");
    }
    Bundle next = load(file);
    Model model;
    try {
      model = dressed.apply(Model.of(next));
      service.swap(model);
    } catch (RuntimeException refused) {
      next.close();
      throw refused instanceof IllegalStateException
          ? new IllegalArgumentException(refused.getMessage(), refused)
          : refused;
    }
    before.ifPresent(Bundle::close);
    before = Optional.of(present);
    present = next;
    return model;
  }

  private Bundle load(Path file) {
    try {
      return opening.open(file);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          file.getFileName() + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * Lets a service answer with the bundle before again.
   *
   * @throws IllegalArgumentException if there was none
   */
  synchronized Model rollBack(Service service) {
    Bundle last =
        before.orElseThrow(
            () -> new IllegalArgumentException("there is no bundle before this one to go back to"));
    service.rollBack();
    before = Optional.of(present);
    present = last;
    return service.model();
  }

  @Override
  public synchronized void close() {
    before.ifPresent(Bundle::close);
    present.close();
  }
}
