package io.verbatim.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.verbatim.answer.Answer;
import io.verbatim.answer.Citation;
import io.verbatim.article.Quote;
import io.verbatim.article.Span;
import io.verbatim.summary.Summary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Answers and summaries for programs: one JSON object on one line, all offsets UTF-16 units of the
 * paragraph.
 */
public final class Json {
  private static final JsonFactory JSON = new JsonFactory();

  private Json() {}

  /** An answer with its question; {@code section} and {@code answer} are null if there is none. */
  public static String of(String question, Answer answer) {
    return object(json -> {
      json.writeStringField("question", question);
      json.writeStringField("outcome", outcome(answer));
      json.writeArrayFieldStart("quotes");
      for (Citation citation : answer.citations()) {
        write(citation, json);
      }
      json.writeEndArray();
    });
  }

  /** A summary. */
  public static String of(Summary summary) {
    return object(json -> {
      json.writeStringField("article", summary.article());
      json.writeArrayFieldStart("sentences");
      for (Quote sentence : summary.sentences()) {
        json.writeStartObject();
        writePlace(sentence, json);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Quoted _ -> "quoted";
      case Answer.Related _ -> "related";
      case Answer.NotCovered _ -> "not-covered";
    };
  }

  private static void write(Citation citation, JsonGenerator json) throws IOException {
    Quote quote = citation.quote();
    json.writeStartObject();
    json.writeStringField("article", quote.article());
    json.writeStringField("title", quote.title());
    json.writeFieldName("section");
    if (quote.section().isPresent()) {
      json.writeString(quote.section().get());
    } else {
      json.writeNull();
    }
    writePlace(quote, json);
    json.writeFieldName("answer");
    writeSpan(quote.answer(), json);
    json.writeNumberField("score", citation.score());
    json.writeEndObject();
  }

  private static void writePlace(Quote quote, JsonGenerator json) throws IOException {
    json.writeNumberField("paragraph", quote.paragraph());
    json.writeNumberField("start", quote.span().start());
    json.writeNumberField("end", quote.span().end());
    json.writeStringField("text", quote.text());
  }

  private static void writeSpan(Optional<Span> span, JsonGenerator json) throws IOException {
    if (span.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("start", span.get().start());
    json.writeNumberField("end", span.get().end());
    json.writeEndObject();
  }

  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static String object(Fields fields) {
    var written = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(written)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string failed", e);
    }
    return written.toString();
  }
}
