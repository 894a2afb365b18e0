package io.verbatim.telegram;

import io.verbatim.telegram.Outcome.Trouble;
import java.io.IOException;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The Bot API as a place to ask: each request gives an {@link Outcome}, none throws, none lasts for
 * ever, none is repeated behind the caller's back. Safe for use by many threads.
 */
final class BotApi implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(10);

  /** How much later than asked for the answer to a poll may come before its connection is dead. */
  private static final Duration SLACK = Duration.ofSeconds(3);

  private static final int SIDE_BY_SIDE = 256;
  private static final String DATE = "Date";
  private static final Duration UNSAID = Duration.ofSeconds(1);

  private final Token token;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("bot-api-", 0).factory());
  private final OkHttpClient http;
  private final OkHttpClient longHttp;
  private final TelegramClient calls;
  private final TelegramClient polls;

  /** Of the last answer that says what time it is; read only when somebody wants to know. */
  private volatile Headers dated = Headers.EMPTY;

  /**
   * @param poll how long the server may hold a poll
   */
  BotApi(Token token, ApiServer server, Duration poll) {
    this(token, server, poll, CALL);
  }

  /**
   * @param poll how long the server may hold a poll
   * @param call how long any other call may last
   */
  BotApi(Token token, ApiServer server, Duration poll, Duration call) {
    this.token = token;
    var dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(SIDE_BY_SIDE);
    dispatcher.setMaxRequestsPerHost(SIDE_BY_SIDE);
    http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .socketFactory(new LivelySockets())
            .dns(new BoundedDns(Dns.SYSTEM, CONNECT))
            .addInterceptor(new Bounded())
            // OkHttp keeps 5 and would connect anew for every other send of a burst.
            .connectionPool(new ConnectionPool(SIDE_BY_SIDE, 1, TimeUnit.MINUTES))
            // OkHttp would POST again on a dropped connection: two sends became three messages.
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(this::noteTime)
            .followRedirects(false)
            .connectTimeout(CONNECT)
            .readTimeout(call)
            .writeTimeout(call)
            .callTimeout(call)
            .build();
    longHttp =
        http.newBuilder()
            // A poll never waits behind a burst of sends.
            .dispatcher(new Dispatcher(threads))
            .readTimeout(poll.plus(SLACK))
            .callTimeout(poll.plus(CALL))
            .build();
    calls = new OkHttpTelegramClient(http, token.reveal(), server.url());
    polls = new OkHttpTelegramClient(longHttp, token.reveal(), server.url());
  }

  /** Asks and waits for the outcome, 10 s at most. */
  <T extends Serializable> Outcome<T> call(BotApiMethod<T> method) {
    return ask(method).join();
  }

  /** Asks; the outcome comes within 10 s. */
  <T extends Serializable> CompletableFuture<Outcome<T>> ask(BotApiMethod<T> method) {
    return outcome(calls, method);
  }

  /** Asks for updates; the outcome comes when there are some, or none for as long as asked. */
  CompletableFuture<Outcome<Batch>> poll(GetBatch request) {
    return outcome(polls, request);
  }

  /** What time it was at the server when it last answered, to the second; empty if it never did. */
  Optional<Instant> serverTime() {
    return Optional.ofNullable(dated.getInstant(DATE));
  }

  /** Gives every connection up that carries nothing now; the next call makes a new one. */
  void disconnect() {
    http.connectionPool().evictAll();
  }

  private Response noteTime(Interceptor.Chain chain) throws IOException {
    Response answer = chain.proceed(chain.request());
    if (answer.header(DATE) != null) {
      dated = answer.headers();
    }
    return answer;
  }

  /** Gives up what is under way and frees connections and threads. */
  @Override
  public void close() {
    http.dispatcher().cancelAll();
    longHttp.dispatcher().cancelAll();
    http.connectionPool().evictAll();
    threads.shutdownNow();
  }

  <T extends Serializable> CompletableFuture<Outcome<T>> outcome(
      TelegramClient client, BotApiMethod<T> method) {
    CompletableFuture<T> answer;
    try {
      answer = client.executeAsync(method);
    } catch (TelegramApiException e) {
      // Never its toString: that of a validation error holds the whole request.
      return CompletableFuture.completedFuture(
          new Outcome.Refused<>(400, String.valueOf(e.getMessage()), OptionalLong.empty()));
    }
    return answer.handle(
        (result, failure) -> failure == null ? new Outcome.Accepted<>(result) : failed(failure));
  }

  private <T> Outcome<T> failed(Throwable thrown) {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (failure instanceof TelegramApiRequestException refusal
        && refusal.getApiResponse() != null
        && refusal.getErrorCode() != null) {
      return refused(refusal.getErrorCode(), refusal.getApiResponse(), refusal.getParameters());
    }
    if (failure instanceof Bounded.TooLargeException e) {
      return new Outcome.Unreachable<>(String.valueOf(e.getMessage()), Trouble.TOO_LARGE);
    }
    if (failure instanceof IOException e) {
      return new Outcome.Unreachable<>(
          token.redact(e.getClass().getSimpleName() + ": " + e.getMessage()),
          neverLeft(e) ? Trouble.NO_CONNECTION : Trouble.NO_ANSWER);
    }
    return new Outcome.Unreachable<>("the answer is not one of the Bot API", Trouble.SERVER_FAILED);
  }

  /** Whether there was no connection that could have carried the request. */
  private static boolean neverLeft(IOException failure) {
    // A connection that takes too long has no class of its own (OkHttp 5.5.1).
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure instanceof ConnectException
        || failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException
        || failure instanceof SSLHandshakeException
        || message.startsWith("connect timed out")
        || message.startsWith("failed to connect");
  }

  private static <T> Outcome<T> refused(
      int code, String description, @Nullable ResponseParameters more) {
    if (code == 401 || (code == 404 && description.equals("Not Found"))) {
      return new Outcome.Unauthorized<>(code);
    }
    if (code == 409) {
      return new Outcome.Conflict<>(description);
    }
    if (code == 429) {
      return new Outcome.TooMany<>(
          more == null || more.getRetryAfter() == null
              ? UNSAID
              : Duration.ofSeconds(Math.max(1, more.getRetryAfter())));
    }
    if (code >= 500) {
      return new Outcome.Unreachable<>(code + " " + description, Trouble.SERVER_FAILED);
    }
    return new Outcome.Refused<>(
        code,
        description,
        more == null || more.getMigrateToChatId() == null
            ? OptionalLong.empty()
            : OptionalLong.of(more.getMigrateToChatId()));
  }
}
