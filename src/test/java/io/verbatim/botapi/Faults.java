package io.verbatim.botapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The faults still to come. Safe for use by many threads. */
final class Faults {
  private static final class Script {
    final String method;
    final Predicate<Call> which;
    final Fault fault;
    int times;

    Script(String method, Predicate<Call> which, int times, Fault fault) {
      this.method = method;
      this.which = which;
      this.times = times;
      this.fault = fault;
    }
  }

  private final List<Script> scripts = new ArrayList<>();
  private volatile Function<Call, Optional<Fault>> whim = call -> Optional.empty();

  void setWhim(Function<Call, Optional<Fault>> whim) {
    this.whim = whim;
  }

  synchronized void add(String method, Predicate<Call> which, int times, Fault fault) {
    scripts.add(new Script(method.toLowerCase(Locale.ROOT), which, times, fault));
  }

  Optional<Fault> next(Call call) {
    return whim.apply(call).or(() -> scripted(call));
  }

  private synchronized Optional<Fault> scripted(Call call) {
    for (Script script : scripts) {
      if (script.times > 0 && script.method.equals(call.method()) && script.which.test(call)) {
        script.times--;
        return Optional.of(script.fault);
      }
    }
    return Optional.empty();
  }

  synchronized void clear() {
    scripts.clear();
  }
}
