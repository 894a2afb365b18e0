package io.verbatim.app;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the program finds around it.
 *
 * @param home folder of the program, where its configuration and its seeds are
 * @param here current folder
 * @param environment variables by name
 * @param in standard input
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 */
record Surroundings(
    Path home,
    Path here,
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err) {
  /** Copies the variables. */
  Surroundings {
    environment = Map.copyOf(environment);
  }
}
