package io.verbatim.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.slf4j.event.Level;

/**
 * The log: to standard error, one event one line. Logback finds this class through {@code
 * META-INF/services}; set up by code, since reading XML takes longer than an answer.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var layout = new OneLine();
    layout.setContext(context);
    layout.start();

    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();

    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName("stderr");
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();

    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(ch.qos.logback.classic.Level.WARN);
    root.addAppender(appender);

    // Lucene 10.6 warns at every start that the incubating vector module is not there.
    context
        .getLogger("org.apache.lucene.internal.vectorization")
        .setLevel(ch.qos.logback.classic.Level.ERROR);
    // The tokenizer's library looks for a GPU, which nothing here uses, and warns where there is
    // none.
    context.getLogger("ai.djl.util.cuda").setLevel(ch.qos.logback.classic.Level.ERROR);
    // Flyway tells of each thing that it looks at.
    context.getLogger("org.flywaydb").setLevel(ch.qos.logback.classic.Level.WARN);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Sets what is logged, and brings in what libraries log by java.util.logging (Lucene does). */
  static void start(Level level) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context
          .getLogger(Logger.ROOT_LOGGER_NAME)
          .setLevel(ch.qos.logback.classic.Level.convertAnSLF4JLevel(level));
    }
  }
}
