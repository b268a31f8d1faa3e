package heed.compact;

import heed.file.ArrayFile;
import heed.file.ArrayPlan;
import heed.file.ArrayType;
import heed.file.FileKind;
import heed.file.RecordCodec;
import heed.sequence.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in the file of a {@link CompactLog}, in its order.
 *
 * @param catalogue of the items
 * @param users how many there are
 * @param events how many there are
 * @param firstTime in seconds since 1970; no event is earlier
 * @param lastTime in seconds since 1970; no event is later
 * @param types of events that are told apart; none where the log tells none
 */
record CompactLayout(
    Catalogue catalogue, int users, int events, long firstTime, long lastTime, List<String> types) {

  static final FileKind KIND =
      new FileKind("compact log", 1, "take an undamaged copy, or write the log again");

  static final String ENDS = "_ends";
  static final String USER_IDS = "user_ids";
  static final String ITEM_IDS = "item_ids";
  static final String TITLES = "item_titles";
  static final String KINDS = "item_kinds";
  static final String KIND_OFFSETS = "item_kind_offsets";
  static final String OFFSETS = "user_offsets";
  static final String ITEMS = "items";
  static final String TIMES = "times";

  /** A place among the {@link #TYPE_NAMES} from 1, or 0 where it is not told; only if there are. */
  static final String TYPES = "types";

  /** What is read when a log is opened: all but the events. */
  static final List<String> READ_AT_ONCE =
      List.of(
          USER_IDS + ENDS,
          USER_IDS,
          ITEM_IDS + ENDS,
          ITEM_IDS,
          TITLES + ENDS,
          TITLES,
          KINDS + ENDS,
          KINDS,
          KIND_OFFSETS,
          OFFSETS);

  static final String FIRST_TIME = "first_time";
  static final String NARROW = "times_since_first";
  static final String HAS_TIMES = "has_times";
  static final String STEPS = "steps";
  static final String TYPE_NAMES = "type_names";

  /** So many are numbered by a byte. */
  private static final int FEW_TYPES = 255;

  private static final long MOST_SECONDS = (1L << Integer.SIZE) - 1;

  /** Whether times are kept as seconds since the first, in 32 bits: 136 years. */
  boolean narrow() {
    long span = lastTime - firstTime;
    return events > 0 && span >= 0 && span <= MOST_SECONDS;
  }

  /** How the events' types are numbered. */
  static ArrayType typesAs(List<String> types) {
    return types.size() > FEW_TYPES ? ArrayType.I32 : ArrayType.U8;
  }

  /** The widest numbers first; users' ids last, whose bytes are counted as they come. */
  List<ArrayPlan> plans() {
    int items = catalogue.size();
    int kinds = 0;
    long[] bytes = new long[3];
    for (int item = 1; item <= items; item++) {
      bytes[0] += Texts.bytes(catalogue.id(item)).length;
      bytes[1] += Texts.bytes(catalogue.title(item)).length;
      for (String kind : catalogue.kinds(item)) {
        bytes[2] += Texts.bytes(kind).length;
        kinds++;
      }
    }
    List<ArrayPlan> plans = new ArrayList<>();
    plans.add(new ArrayPlan(USER_IDS + ENDS, ArrayType.I64, users));
    plans.add(new ArrayPlan(ITEM_IDS + ENDS, ArrayType.I64, items));
    plans.add(new ArrayPlan(TITLES + ENDS, ArrayType.I64, items));
    plans.add(new ArrayPlan(KINDS + ENDS, ArrayType.I64, kinds));
    if (!narrow()) {
      plans.add(new ArrayPlan(TIMES, ArrayType.I64, events));
    }
    plans.add(new ArrayPlan(OFFSETS, ArrayType.I32, users + 1L));
    plans.add(new ArrayPlan(KIND_OFFSETS, ArrayType.I32, items + 1L));
    plans.add(new ArrayPlan(ITEMS, ArrayType.I32, events));
    if (narrow()) {
      plans.add(new ArrayPlan(TIMES, ArrayType.U32, events));
    }
    if (!types.isEmpty()) {
      plans.add(new ArrayPlan(TYPES, typesAs(types), events));
    }
    plans.add(new ArrayPlan(ITEM_IDS, ArrayType.U8, bytes[0]));
    plans.add(new ArrayPlan(TITLES, ArrayType.U8, bytes[1]));
    plans.add(new ArrayPlan(KINDS, ArrayType.U8, bytes[2]));
    plans.add(new ArrayPlan(USER_IDS, ArrayType.U8, ArrayPlan.OPEN));
    return plans;
  }

  Map<String, String> texts(boolean hasTimes, String steps) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(FIRST_TIME, String.valueOf(firstTime));
    texts.put(NARROW, String.valueOf(narrow()));
    texts.put(HAS_TIMES, String.valueOf(hasTimes));
    texts.put(STEPS, steps);
    if (!types.isEmpty()) {
      texts.put(TYPE_NAMES, RecordCodec.plain().write(new Names(types)));
    }
    return texts;
  }

  /** The types of a file; none where it tells none. */
  static List<String> types(ArrayFile file) {
    return file.has(TYPES)
        ? List.copyOf(RecordCodec.plain().read(file.text(TYPE_NAMES), Names.class).names)
        : List.of();
  }

  private record Names(List<String> names) {}
}
