/**
 * What must hold while everything around the bot fails: each scenario drives the packaged bot as a
 * process against a Bot API double on the loopback interface and gives figures with their targets.
 * Start with {@link io.verbatim.reliability.Reliability}; {@code docs/benchmarks/reliability} does.
 */
@NullMarked
package io.verbatim.reliability;

import org.jspecify.annotations.NullMarked;
