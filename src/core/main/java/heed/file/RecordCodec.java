package heed.file;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes records as JSON and reads them back, strictly: no component may be missing, unknown, or
 * null, and each is of its type to the letter.
 *
 * <p>A record holds numbers, texts, truths, enums, times ({@code Duration}, {@code Instant}, {@code
 * LocalDate}), other records, and lists, arrays, maps by text and Optionals of these. An empty
 * Optional is {@code null}, many floats ({@code float[]}) are Base64 of their little-endian bytes,
 * and a number that is none is a text such as {@code "NaN"}.
 *
 * <p>A record that stands for an interface carries the name of its kind. The codec holds which
 * records may stand for it: those that a sealed interface permits, and those it was given by {@link
 * #with}. A text never names a class, so reading one can load no class and run no code but the
 * constructors of the records that are known, which validate.
 *
 * <p>Immutable and thread-safe. The whole text is held in memory.
 */
public final class RecordCodec {

  private static final Gson COMPACT =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
  private static final Gson PRETTY =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();

  private final Kinds kinds;
  private final List<Form> forms;

  private RecordCodec(Kinds kinds, List<Form> forms) {
    this.kinds = kinds;
    this.forms = List.copyOf(forms);
  }

  /** Knows no kinds but those that sealed interfaces permit. */
  public static RecordCodec plain() {
    return new RecordCodec(Kinds.none(), List.of());
  }

  /**
   * The same, with records that may stand for the interfaces they implement, each a kind by its
   * simple name.
   *
   * @throws IllegalArgumentException if one is no record, or another of its name is known
   */
  @SafeVarargs
  public final RecordCodec with(Class<? extends Record>... records) {
    RecordCodec codec = this;
    for (Class<? extends Record> one : records) {
      codec = codec.with(one.getSimpleName(), one);
    }
    return codec;
  }

  /**
   * The same, with one more record.
   *
   * @param kind its name in files, which outlives a change of the record's own
   */
  public RecordCodec with(String kind, Class<? extends Record> record) {
    return new RecordCodec(kinds.with(kind, record), forms);
  }

  /**
   * The same, with a class that is no record, written in another form.
   *
   * @param as the type of that form, such as a record
   * @param write makes the form
   * @param read makes the value of its form, and refuses what is none
   */
  public <T, F> RecordCodec withForm(
      Class<T> type, Class<F> as, Function<T, F> write, Function<F, T> read) {
    List<Form> more = new ArrayList<>(forms);
    more.add(
        new Form(
            type, as, value -> write.apply(type.cast(value)), form -> read.apply(as.cast(form))));
    return new RecordCodec(kinds, more);
  }

  /** The same, with all that another one knows. */
  public RecordCodec and(RecordCodec other) {
    List<Form> all = new ArrayList<>(forms);
    other.forms.stream().filter(form -> !all.contains(form)).forEach(all::add);
    return new RecordCodec(kinds.and(other.kinds), all);
  }

  /** The names of the kinds that may stand for an interface. */
  public List<String> kinds(Class<?> type) {
    return List.copyOf(kinds.of(type).keySet());
  }

  /**
   * A value as JSON in one line.
   *
   * @throws IllegalArgumentException if it holds null, or what is no record; says where
   */
  public String write(Object value) {
    return COMPACT.toJson(tree(value));
  }

  /** As {@link #write}, of what is to be read back as this type. */
  String write(Object value, Class<?> type) {
    String at = value.getClass().getSimpleName();
    return COMPACT.toJson(new RecordWriter(kinds, forms, Optional.empty()).write(value, type, at));
  }

  /** As {@link #write}, in many lines for people to read. */
  public String writePretty(Object value) {
    return PRETTY.toJson(tree(value));
  }

  JsonElement tree(Object value) {
    String at = value == null ? "the value" : value.getClass().getSimpleName();
    return new RecordWriter(kinds, forms, Optional.empty()).write(value, Object.class, at);
  }

  /**
   * A value in two parts.
   *
   * @param json the value, in which the name of a tensor stands for an array of numbers
   * @param tensors the arrays by their names, which are their places in the value
   */
  public record Parts(String json, Map<String, Tensor> tensors) {

    public Parts {
      tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }
  }

  /**
   * A value as text for people to read, and its arrays of numbers ({@code int[]}, {@code long[]},
   * {@code float[]}, {@code double[]}, {@link Tensor}) beside it.
   *
   * @throws IllegalArgumentException as {@link #write}, or if a record stands for an interface and
   *     is of no known kind, so that it could not be read back
   */
  public Parts writeParts(Object value) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    JsonElement tree =
        new RecordWriter(kinds, forms, Optional.of(tensors))
            .write(value, value.getClass(), TensorPlaces.ROOT);
    return new Parts(PRETTY.toJson(tree), tensors);
  }

  /**
   * Reads what {@link #writeParts} wrote.
   *
   * @throws IllegalArgumentException as {@link #read}, or if the arrays are not those of the text
   */
  // What is read is of the type that was asked for.
  @SuppressWarnings("unchecked")
  public <T> T readParts(Parts parts, Class<T> type) {
    TensorPlaces places = new TensorPlaces(parts.tensors());
    JsonElement tree = StrictJson.parse(parts.json());
    RecordReader reader = new RecordReader(kinds, forms, Optional.of(places));
    T read = (T) reader.read(tree, type, TensorPlaces.ROOT);
    places.requireAllTaken();
    return read;
  }

  static String text(JsonElement tree, boolean pretty) {
    return (pretty ? PRETTY : COMPACT).toJson(tree);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param type a record, or an interface that records stand for
   * @throws IllegalArgumentException if the text is no such value: says where, what was found, what
   *     was expected
   */
  // What is read is of the type that was asked for; Class.cast knows no primitives.
  @SuppressWarnings("unchecked")
  public <T> T read(String json, Class<T> type) {
    return (T) read(StrictJson.parse(json), type);
  }

  /** As {@link #read(String, Class)}, of a generic type. */
  @SuppressWarnings("unchecked")
  public <T> T read(String json, TypeToken<T> type) {
    return (T) read(StrictJson.parse(json), type.getType());
  }

  Object read(JsonElement tree, Type type) {
    String at = TypeToken.get(type).getRawType().getSimpleName();
    return new RecordReader(kinds, forms, Optional.empty()).read(tree, type, at);
  }

  /**
   * Where two values differ when they are written.
   *
   * @param place the names of the components on the way there: "objective.negatives"
   * @param one as it is written in the one
   * @param other as it is written in the other; null where there is none
   */
  public record Difference(String place, String one, String other) {}

  /** The first place where two values, as they were written, differ; empty if nowhere. */
  public static Optional<Difference> difference(String oneJson, String otherJson) {
    return Differences.first(StrictJson.parse(oneJson), StrictJson.parse(otherJson));
  }
}
