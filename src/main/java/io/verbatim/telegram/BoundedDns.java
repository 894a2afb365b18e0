package io.verbatim.telegram;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up, and gives a name up that takes too long: the system has a deadline of its own for
 * that, or none, and cannot be interrupted. One look-up of a name at a time. Safe for use by many
 * threads.
 */
final class BoundedDns implements Dns {
  /** After this another look-up of the same name is begun. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Dns dns;
  private final Duration patience;
  private final Map<String, CompletableFuture<List<InetAddress>>> underWay =
      new ConcurrentHashMap<>();

  /**
   * @param dns who looks up
   * @param patience how long that may take
   */
  BoundedDns(Dns dns, Duration patience) {
    this.dns = dns;
    this.patience = patience;
  }

  @Override
  public List<InetAddress> lookup(String name) throws UnknownHostException {
    try {
      return underWay
          .computeIfAbsent(name, this::begin)
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw unknown(name + ": no answer in " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw unknown(name, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(name + ": interrupted", e);
    }
  }

  private CompletableFuture<List<InetAddress>> begin(String name) {
    var addresses = new CompletableFuture<List<InetAddress>>();
    // One that never ends must not keep later ones from being begun.
    var _ =
        addresses
            .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
            .whenComplete((_, _) -> underWay.remove(name, addresses));
    // Not a virtual one: the system's look-up would hold on to what carries all of them.
    Thread.ofPlatform()
        .name("dns")
        .daemon()
        .start(() -> {
          try {
            addresses.complete(dns.lookup(name));
          } catch (UnknownHostException | RuntimeException e) {
            addresses.completeExceptionally(e);
          }
        });
    return addresses;
  }

  private static UnknownHostException unknown(String what, @Nullable Throwable cause) {
    var unknown = new UnknownHostException(what);
    unknown.initCause(cause);
    return unknown;
  }
}
