/**
 * Verbatim beside what one would take instead, and beside the bare encoders: programs, no tests.
 * {@link io.verbatim.benchmarks.Comparison} compares quality, speed and memory on files of
 * questions, {@link io.verbatim.benchmarks.Speed} measures single parts. How to run and read them
 * stands in {@code docs/benchmarks/README.md}.
 */
@NullMarked
package io.verbatim.benchmarks;

import org.jspecify.annotations.NullMarked;
