package io.verbatim.telegram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.Map;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Sockets that ask after a silent peer (TCP keep-alive, RFC 9293, section 3.8.4): a poll whose
 * connection died without a sign, because a router forgot it or the network was away, is noticed
 * within seconds and not only when its time is over. Safe for use by many threads.
 */
final class LivelySockets extends SocketFactory {
  /** Seconds of silence, seconds between two questions, questions without an answer. */
  private static final Map<SocketOption<Integer>, Integer> TIMES =
      Map.of(
          ExtendedSocketOptions.TCP_KEEPIDLE, 10,
          ExtendedSocketOptions.TCP_KEEPINTERVAL, 3,
          ExtendedSocketOptions.TCP_KEEPCOUNT, 5);

  @Override
  public Socket createSocket() throws IOException {
    var socket = new Socket();
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    for (var time : TIMES.entrySet()) {
      if (socket.supportedOptions().contains(time.getKey())) {
        socket.setOption(time.getKey(), time.getValue());
      }
    }
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("connects later");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("connects later");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("connects later");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("connects later");
  }
}
