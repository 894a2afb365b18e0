package io.verbatim.answer;

import java.util.List;

/** The verdict on a question. */
public sealed interface Answer {
  /** What is shown, best first. */
  List<Citation> citations();

  /** These passages answer; at least one. */
  record Quoted(List<Citation> citations) implements Answer {
    /** Copies the list. */
    public Quoted {
      citations = List.copyOf(citations);
    }
  }

  /** No passage answers; these are nearest; at least one. */
  record Related(List<Citation> citations) implements Answer {
    /** Copies the list. */
    public Related {
      citations = List.copyOf(citations);
    }
  }

  /** The article does not speak of it. */
  record NotCovered() implements Answer {
    @Override
    public List<Citation> citations() {
      return List.of();
    }
  }
}
