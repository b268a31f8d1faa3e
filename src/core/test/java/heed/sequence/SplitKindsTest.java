package heed.sequence;

import heed.contract.sequence.SplitContract;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every split must show. */
@ParameterizedClass
@EnumSource(SplitKindsTest.Kind.class)
class SplitKindsTest implements SplitContract {

  /** Every kind of split, of a log of about a minute. */
  enum Kind {
    LEAVE_ONE_OUT(sequences -> Split.leaveOneOut()),
    BY_TIME(sequences -> Split.byTime(0.6, 0.2)),
    LEAVE_ONE_OUT_BY_TIME(sequences -> Split.leaveOneOutByTime(0.6, 0.2)),
    BY_USER(sequences -> Split.byUser(0.3, 0.3, 1)),
    FIRST_WINDOW(sequences -> window(sequences, 0)),
    SECOND_WINDOW(sequences -> window(sequences, 1)),
    THIRD_WINDOW(sequences -> window(sequences, 2));

    @SuppressWarnings("ImmutableEnumChecker") // The lambdas above hold nothing.
    private final Function<Sequences, Split> split;

    Kind(Function<Sequences, Split> split) {
      this.split = split;
    }
  }

  private final Kind kind;

  SplitKindsTest(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Split split(Sequences sequences) {
    return kind.split.apply(sequences);
  }

  private static Split window(Sequences sequences, int number) {
    return Split.slidingWindows(sequences, 3, Duration.ofSeconds(20), Duration.ofSeconds(10))
        .get(number);
  }
}
