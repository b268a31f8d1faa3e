package heed.compact;

import heed.file.ArrayFileWriter;
import heed.file.ArraySink;
import heed.file.ArrayType;
import heed.sequence.Catalogue;
import heed.sequence.Sequences;
import java.io.IOException;
import java.util.Optional;

/** Takes the sequences of a {@link CompactLog}, some users at a time. */
public final class CompactWriter {

  private final CompactLayout layout;
  private final Texts users;
  private final ArraySink offsets;
  private final ArraySink items;
  private final ArraySink times;
  private final Optional<ArraySink> types;

  CompactWriter(CompactLayout layout, ArrayFileWriter out) throws IOException {
    this.layout = layout;
    this.users = new Texts(out, CompactLayout.USER_IDS);
    this.offsets = out.array(CompactLayout.OFFSETS);
    this.items = out.array(CompactLayout.ITEMS);
    this.times = out.array(CompactLayout.TIMES);
    this.types =
        layout.types().isEmpty() ? Optional.empty() : Optional.of(out.array(CompactLayout.TYPES));
    write(layout.catalogue(), out);
    offsets.putInt(0);
  }

  private static void write(Catalogue catalogue, ArrayFileWriter out) throws IOException {
    Texts ids = new Texts(out, CompactLayout.ITEM_IDS);
    Texts titles = new Texts(out, CompactLayout.TITLES);
    Texts kinds = new Texts(out, CompactLayout.KINDS);
    ArraySink kindOffsets = out.array(CompactLayout.KIND_OFFSETS);
    int count = 0;
    kindOffsets.putInt(0);
    for (int item = 1; item <= catalogue.size(); item++) {
      ids.put(catalogue.id(item));
      titles.put(catalogue.title(item));
      for (String kind : catalogue.kinds(item)) {
        kinds.put(kind);
        count++;
      }
      kindOffsets.putInt(count);
    }
  }

  /**
   * Adds the histories of the users that come next.
   *
   * @throws IllegalArgumentException if they are of another catalogue
   */
  public void add(Sequences some) throws IOException {
    layout.catalogue().requireSame(some.catalogue(), "the compact log", "what is added");
    for (int user = 0; user < some.size(); user++) {
      users.put(some.user(user));
      for (int i = 0; i < some.length(user); i++) {
        items.putInt(some.item(user, i));
        put(some.time(user, i));
        if (types.isPresent()) {
          put(types.get(), layout.types().indexOf(some.type(user, i)) + 1);
        }
      }
      offsets.putInt(Math.toIntExact(items.size()));
    }
  }

  private void put(ArraySink sink, int type) throws IOException {
    if (sink.type() == ArrayType.U8) {
      sink.putByte(type);
    } else {
      sink.putInt(type);
    }
  }

  private void put(long time) throws IOException {
    if (layout.narrow()) {
      times.putInt((int) (time - layout.firstTime()));
    } else {
      times.putLong(time);
    }
  }
}
