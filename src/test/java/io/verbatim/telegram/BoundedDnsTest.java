package io.verbatim.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedDnsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void givesANameUpThatTakesTooLongAndAsksForItOnce() throws Exception {
    var asked = new AtomicInteger();
    var answer = new CountDownLatch(1);
    var dns =
        new BoundedDns(
            name -> {
              asked.incrementAndGet();
              try {
                answer.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              return List.of(InetAddress.getLoopbackAddress());
            },
            Duration.ofMillis(20));

    assertThrows(UnknownHostException.class, () -> dns.lookup("bees.example"));
    assertThrows(UnknownHostException.class, () -> dns.lookup("bees.example"));
    assertEquals(1, asked.get());
    answer.countDown();
  }

  @Test
  void givesAddresses() throws Exception {
    var loopback = List.of(InetAddress.getLoopbackAddress());

    assertEquals(loopback, new BoundedDns(name -> loopback, LONG).lookup("bees.example"));
  }

  @Test
  void saysThatANameIsNotKnown() {
    var dns =
        new BoundedDns(
            name -> {
              throw new UnknownHostException(name);
            },
            LONG);

    assertThrows(UnknownHostException.class, () -> dns.lookup("bees.example"));
  }
}
