package io.verbatim.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** The figures of a run: those of the bot, beginning with {@code verbatim_}, and of the JVM. */
final class Meters implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collector = new JvmGcMetrics();

  /**
   * @param givenUp tells how many updates were given up lately
   */
  Meters(Health health, LongSupplier givenUp) {
    gauge("verbatim.poll.age.seconds", health, it -> seconds(it.sincePoll()));
    gauge("verbatim.inbox.age.seconds", health, it -> seconds(it.report().oldest()));
    gauge("verbatim.inbox.waiting", health, it -> it.report().waiting());
    Gauge.builder("verbatim.given.up", givenUp, LongSupplier::getAsLong)
        .strongReference(true)
        .register(registry);
    collector.bindTo(registry);
    List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())
        .forEach(binder -> binder.bindTo(registry));
  }

  /** Where the bot keeps its figures. */
  MeterRegistry registry() {
    return registry;
  }

  /** All of them, as Prometheus reads them. */
  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }

  private void gauge(String name, Health health, ToDoubleFunction<Health> value) {
    Gauge.builder(name, health, value).register(registry);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
