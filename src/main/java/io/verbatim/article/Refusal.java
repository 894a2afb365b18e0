package io.verbatim.article;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * Why a file is not among the articles.
 *
 * @param file name of the file, relative to its folder
 * @param line line of the fault, from 1
 * @param reason what is wrong and what would mend it, in words for the operator
 */
public record Refusal(String file, int line, String reason) {
  static Refusal unreadable(String file, IOException fault) {
    String reason =
        switch (fault) {
          case NoSuchFileException _ -> "does not exist; check the path";
          case AccessDeniedException _ -> "may not be read; give this user permission to read it";
          default -> "cannot be read: " + fault;
        };
    return new Refusal(file, 1, reason);
  }

  /** The refusal as {@code file:line: reason}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
