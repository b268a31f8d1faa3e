package heed.serve.http;

import heed.serve.Answer;
import heed.serve.LateException;
import heed.serve.Model;
import heed.serve.OverloadedException;
import heed.serve.ServiceListener;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what a service does, for any registry of Micrometer. */
public final class ServiceMetrics implements ServiceListener {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1)
  };

  private final MeterRegistry registry;
  private final Map<Answer.Source, Timer> answers = new EnumMap<>(Answer.Source.class);
  private final DistributionSummary together;

  public ServiceMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Answer.Source source : Answer.Source.values()) {
      answers.put(
          source,
          Timer.builder("heed.answers")
              .description("From the arrival of a request to its list")
              .tag("source", source.name().toLowerCase(Locale.ROOT))
              .serviceLevelObjectives(BOUNDS)
              .register(registry));
    }
    together =
        DistributionSummary.builder("heed.scored.together")
            .description("Requests that were scored at once")
            .register(registry);
  }

  @Override
  public void answered(Answer.Source source, Duration took) {
    answers.get(source).record(took);
  }

  @Override
  public void scored(int requests) {
    together.record(requests);
  }

  @Override
  public void failed(Throwable reason) {
    registry.counter("heed.failures", "reason", reason(reason)).increment();
  }

  private static String reason(Throwable reason) {
    if (reason instanceof OverloadedException) {
      return "overloaded";
    }
    if (reason instanceof LateException) {
      return "late";
    }
    return reason instanceof IllegalArgumentException ? "request" : "service";
  }

  @Override
  public void swapped(Model model) {
    registry.counter("heed.swaps").increment();
  }
}
