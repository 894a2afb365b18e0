package io.verbatim.verification;

import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges words that do not stand in a library word for word: piece by piece, and where a paragraph
 * is not clearly the article's, sentence by sentence.
 */
final class Nearness {
  /** Share of the words that must have been found, so that it is no chance. */
  private static final double ENOUGH = 0.3;

  /** A piece as like as this need not be looked for sentence by sentence. */
  private static final double CLEARLY = 0.8;

  /** Sentences are clearer; they take the place of a piece if so much of it is found in them. */
  private static final double MOST_OF_IT = 0.7;

  private final Library library;
  private final String words;
  private final List<Token> wanted;
  private final Pieces pieces;
  private final Kin kin;

  /**
   * @param words what a reader said, at least one word
   */
  Nearness(Library library, String words) {
    this.library = library;
    this.words = words;
    this.wanted = Tokens.of(words, 0);
    this.pieces = new Pieces(words, wanted);
    this.kin = Kin.of(library, wanted);
  }

  /** A piece and what is closest to it. */
  private record Found(List<Token> piece, Optional<Closest.Match> match) {
    /** How many of its words are found, each as far as it is like. */
    double worth() {
      return match.map(Closest.Match::likeness).orElse(0.0) * Pieces.words(piece);
    }
  }

  /** Nearly, or not at all. */
  Verdict verdict() {
    List<Found> all = finely(look(pieces.paragraphs()));
    long found =
        all.stream().filter(f -> f.match.isPresent()).mapToLong(f -> Pieces.words(f.piece)).sum();
    return found < ENOUGH * Pieces.words(wanted)
        ? new Verdict.Absent()
        : new Verdict.Nearly(all.stream().map(this::told).toList());
  }

  private Verdict.Piece told(Found found) {
    return found
        .match
        .<Verdict.Piece>map(match -> new Verdict.Piece.Close(match.collation()))
        .orElseGet(() -> new Verdict.Piece.Missing(said(found.piece)));
  }

  private String said(List<Token> piece) {
    return words.substring(piece.getFirst().start(), piece.getLast().end());
  }

  /** The same with sentences in place of pieces that are not clear. */
  private List<Found> finely(List<Found> coarse) {
    List<List<List<Token>>> parted =
        coarse.stream()
            .map(found ->
                found.match.filter(match -> match.likeness() >= CLEARLY).isPresent()
                    ? List.of(found.piece)
                    : pieces.sentences(found.piece))
            .toList();
    List<Found> sentences =
        look(parted.stream().filter(parts -> parts.size() > 1).flatMap(List::stream).toList());
    var fine = new ArrayList<Found>();
    int next = 0;
    for (int i = 0; i < coarse.size(); i++) {
      int size = parted.get(i).size();
      if (size == 1) {
        fine.add(coarse.get(i));
        continue;
      }
      List<Found> parts = sentences.subList(next, next += size);
      boolean better =
          parts.stream().mapToDouble(Found::worth).sum() > MOST_OF_IT * coarse.get(i).worth();
      fine.addAll(better ? parts : List.of(coarse.get(i)));
    }
    return fine;
  }

  /** Looks for several pieces on one way through the library. */
  private List<Found> look(List<List<Token>> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<Candidates> candidates = all.stream().map(piece -> new Candidates(piece, kin)).toList();
    for (Article article : library.articles()) {
      for (Paragraph paragraph : article.paragraphs()) {
        List<Token> tokens = Tokens.of(paragraph.text(), paragraph.number());
        candidates.forEach(each -> each.offer(article, paragraph, tokens));
      }
    }
    var found = new ArrayList<Found>();
    for (int i = 0; i < all.size(); i++) {
      var closest = new Closest(library, words, all.get(i), kin);
      found.add(new Found(all.get(i), closest.among(candidates.get(i).best())));
    }
    return found;
  }
}
