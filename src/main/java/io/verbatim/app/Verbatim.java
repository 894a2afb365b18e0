package io.verbatim.app;

import io.verbatim.answer.AnswerPolicy;
import io.verbatim.answer.Answerer;
import io.verbatim.article.ArticleFolder;
import io.verbatim.article.Library;
import io.verbatim.article.UnreadableArticlesException;
import io.verbatim.bot.Bookkeeping;
import io.verbatim.bot.Conversation;
import io.verbatim.bot.Responder;
import io.verbatim.bot.Suggester;
import io.verbatim.lucene.ArticleIndex;
import io.verbatim.summary.Summarizer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole system, wired by hand, in reading order: articles, index, answers, conversation.
 *
 * @param library what can be asked about
 * @param index where passages are found
 * @param answerer what answers questions
 * @param summarizer what sums up articles
 * @param responder the conversation about them
 * @param suggester what is suggested while a question is being typed
 * @param reading of the articles by the encoders, under way
 */
record Verbatim(
    Library library,
    ArticleIndex index,
    Answerer answerer,
    Summarizer summarizer,
    Responder responder,
    Suggester suggester,
    EncoderReading reading)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Verbatim.class);

  /**
   * Opens the system; it answers by words at once, by meaning when {@link EncoderReading#await} is
   * over.
   *
   * @param err where progress is shown
   * @throws Failure if no article can be read or the index cannot be kept where the settings say
   */
  static Verbatim open(Settings settings, PrintStream err) {
    return open(settings, err, Bookkeeping.NONE);
  }

  /**
   * The same.
   *
   * @param bookkeeping what the conversation tells the operator's own people
   */
  static Verbatim open(Settings settings, PrintStream err, Bookkeeping bookkeeping) {
    Library library = library(settings.articles());
    ArticleIndex index = index(library, settings.index());
    Answerer answerer = new Answerer(library, index, AnswerPolicy.SHIPPED);
    Summarizer summarizer = new Summarizer(library);
    var conversation =
        new Conversation(library, answerer, summarizer, index::answersByMeaning, bookkeeping);
    EncoderReading reading =
        settings.byMeaning()
            ? EncoderReading.start(index, progress(library, err))
            : EncoderReading.none();
    return new Verbatim(
        library, index, answerer, summarizer, conversation, conversation.suggester(), reading);
  }

  /** How far the index has come. */
  Health.Index indexState() {
    return reading.isUnderWay()
        ? Health.Index.READING
        : index.answersByMeaning() ? Health.Index.READY : Health.Index.WORDS;
  }

  /** Closes the index and the encoders. */
  @Override
  public void close() {
    try (reading) {
      index.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the index", e);
    }
  }

  private static Progress progress(Library library, PrintStream err) {
    return new Progress("Reading", library.paragraphs(), err, InstantSource.system());
  }

  static Library library(Path articles) {
    try {
      ArticleFolder.Reading reading = ArticleFolder.read(articles);
      reading.refusals().forEach(refusal -> LOG.warn("Not among the articles: {}", refusal));
      return reading.library();
    } catch (UnreadableArticlesException e) {
      throw Failure.article(String.valueOf(e.getMessage()), e);
    }
  }

  private static ArticleIndex index(Library library, Path folder) {
    try {
      return ArticleIndex.open(library, folder);
    } catch (IOException e) {
      throw Failure.configuration(
          "cannot keep the index in %s (%s); %s or %s may name another folder"
              .formatted(folder, e, Setting.INDEX_FOLDER.key(), Setting.INDEX_FOLDER.variable()),
          e);
    }
  }
}
