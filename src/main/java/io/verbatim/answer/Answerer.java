package io.verbatim.answer;

import io.verbatim.article.Address;
import io.verbatim.article.Article;
import io.verbatim.article.Library;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.retrieval.Passage;
import io.verbatim.retrieval.Ranking;
import io.verbatim.retrieval.Retriever;
import io.verbatim.retrieval.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Gives the verdict on a question, in quotes of the article. Safe for use by many threads. */
public final class Answerer {
  /** Paragraphs ranked; far more than are ever shown. */
  private static final int DEPTH = 50;

  /**
   * How many times as sure a search must be that takes up the exchange before; more words are found
   * more surely even where they do not belong.
   */
  private static final double SURER = 1.5;

  /**
   * Share of the best passage's confidence from which another speaks of the same topic. Many
   * sentences do, though only one answers, so it is far lower than what an answer is held to.
   */
  private static final double ON_TOPIC = 0.03;

  private static final int MOST_ON_TOPIC = 5;

  private final Library library;
  private final Retriever retriever;
  private final AnswerPolicy policy;

  /**
   * @param library what is quoted from
   * @param retriever what finds the passages in it
   * @param policy where the outcomes part
   */
  public Answerer(Library library, Retriever retriever, AnswerPolicy policy) {
    this.library = library;
    this.retriever = retriever;
    this.policy = policy;
  }

  /**
   * Answers a question; the same question always gets the same answer.
   *
   * @throws io.verbatim.retrieval.RetrievalException if the index cannot be read
   * @throws io.verbatim.article.MisquoteException if the index and the article do not fit together
   */
  public Answer answer(Question question) {
    return judge(rank(question));
  }

  /**
   * Answers a question that may lean on the exchange before it, such as "Why?". Where it is unclear
   * whether it does, the surer answer is taken, and that to the question as it was asked unless the
   * other is clearly surer.
   *
   * @param previous what was last asked and answered in the same chat, if anything was
   * @throws io.verbatim.retrieval.RetrievalException if the index cannot be read
   * @throws io.verbatim.article.MisquoteException if the index and the article do not fit together
   */
  public Turn answer(Question question, Optional<Exchange> previous) {
    List<String> searches = FollowUp.searches(question.words(), previous);
    String searched = searches.getFirst();
    Ranking ranking = rank(new Question(searched, question.scope()));
    for (String other : searches.subList(1, searches.size())) {
      Ranking found = rank(new Question(other, question.scope()));
      if (confidence(found) > SURER * confidence(ranking)) {
        searched = other;
        ranking = found;
      }
    }
    return new Turn(question.words(), searched, judge(ranking), nearest(ranking));
  }

  private static List<Address> nearest(Ranking ranking) {
    return ranking.passages().stream().limit(Turn.MOST_FOUND).map(Passage::address).toList();
  }

  private static double confidence(Ranking ranking) {
    return ranking.passages().stream().findFirst().map(Passage::confidence).orElse(0.0);
  }

  /**
   * What speaks for each paragraph, best first.
   *
   * @throws io.verbatim.retrieval.RetrievalException if the index cannot be read
   */
  public Ranking rank(Question question) {
    return retriever.search(question.words(), question.scope(), DEPTH);
  }

  /**
   * Sentences that speak of a topic, one a paragraph, by the ranking that answers questions.
   *
   * @param topic a word or a few: any characters, any length
   * @param article where it is looked for
   * @return the best in reading order; none if the article does not speak of it
   * @throws io.verbatim.retrieval.RetrievalException if the index cannot be read
   */
  public List<Address> about(String topic, Article article) {
    List<Passage> passages = rank(new Question(topic, Scope.of(article.name()))).passages();
    double best = passages.isEmpty() ? 0 : passages.getFirst().confidence();
    if (best < policy.related()) {
      return List.of();
    }
    return passages.stream()
        .filter(passage -> passage.confidence() >= ON_TOPIC * best)
        .limit(MOST_ON_TOPIC)
        .map(Passage::address)
        .sorted()
        .toList();
  }

  /**
   * The verdict that a ranking leads to.
   *
   * @throws io.verbatim.article.MisquoteException if the ranking and the article do not fit
   *     together
   */
  public Answer judge(Ranking ranking) {
    if (ranking.passages().isEmpty()) {
      return new Answer.NotCovered();
    }
    double confidence = confidence(ranking);
    if (confidence < policy.related()) {
      return new Answer.NotCovered();
    }
    List<Citation> citations = cite(ranking.passages(), policy.further() * confidence);
    return confidence < policy.quoted()
        ? new Answer.Related(citations)
        : new Answer.Quoted(citations);
  }

  /** The best passage, and those of the others that are sure enough and say something else. */
  private List<Citation> cite(List<Passage> passages, double least) {
    var citations = new ArrayList<Citation>();
    var said = new HashSet<String>();
    for (Passage passage : passages) {
      boolean wanted =
          citations.isEmpty()
              || (citations.size() < policy.mostQuotes() && passage.confidence() >= least);
      if (wanted && said.add(library.words(passage.address()))) {
        citations.add(new Citation(quote(passage.address(), passage.phrase()), passage.score()));
      }
    }
    return citations;
  }

  /**
   * A sentence with as much of its paragraph as an answer shows.
   *
   * @throws io.verbatim.article.MisquoteException if the article has no such sentence
   */
  public Quote quote(Address sentence) {
    return quote(sentence, Optional.empty());
  }

  private Quote quote(Address sentence, Optional<Span> phrase) {
    Paragraph paragraph = library.paragraph(sentence);
    var address =
        new Address(sentence.article(), sentence.paragraph(), around(sentence.span(), paragraph));
    Quote quote = library.quote(address, Optional.of(sentence.span()), phrase);
    library.verify(quote.text(), address);
    return quote;
  }

  /**
   * The whole paragraph, or as many whole sentences around the answer as fit, the nearest first.
   */
  private Span around(Span answer, Paragraph paragraph) {
    if (paragraph.text().length() <= policy.longest()) {
      return paragraph.whole();
    }
    List<Span> sentences = paragraph.sentences();
    int first = sentences.indexOf(answer);
    int last = first;
    boolean grows = true;
    while (grows) {
      grows = false;
      if (last + 1 < sentences.size() && fits(sentences.get(first), sentences.get(last + 1))) {
        last++;
        grows = true;
      }
      if (first > 0 && fits(sentences.get(first - 1), sentences.get(last))) {
        first--;
        grows = true;
      }
    }
    return new Span(sentences.get(first).start(), sentences.get(last).end());
  }

  private boolean fits(Span first, Span last) {
    return last.end() - first.start() <= policy.longest();
  }
}
