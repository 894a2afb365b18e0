package io.verbatim.reliability;

import java.util.List;

/** Something that goes wrong, and what is measured meanwhile. */
@FunctionalInterface
interface Scenario {
  /**
   * Runs it.
   *
   * @throws Exception if it cannot be run to its end, which counts as a missed target
   */
  List<Figure> run(Bench bench) throws Exception;
}
