package io.verbatim.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The wire between a bot and a server, on the loopback interface, which can be cut in every way
 * that networks know. Connections that were hit stay so when the wire is whole again.
 */
final class Wire implements AutoCloseable {
  /** What becomes of what is sent. */
  enum State {
    /** It arrives. */
    WHOLE,
    /** Whoever connects or sends is told that there is no such connection. */
    RESET,
    /**
     * Nothing arrives, nobody is told; those connections are reset when the wire is whole again.
     */
    BLACK_HOLE,
    /** Nothing arrives, and nobody is ever told. */
    HALF_OPEN,
    /** What the server says arrives byte by byte, one a second. */
    DRIP
  }

  private final int server;
  private final int port;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final Set<Socket> lost = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;
  private volatile ServerSocket listener;

  /**
   * @param server port of the server
   */
  Wire(int server) throws IOException {
    this.server = server;
    listener = listen(0);
    port = listener.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Nobody listens at the bot's end of the wire, as before a server has started. */
  void unplug() throws IOException {
    listener.close();
  }

  void plug() throws IOException {
    listener = listen(port);
  }

  void become(State next) throws IOException {
    State before = state;
    state = next;
    if (next == State.RESET) {
      for (Socket client : clients) {
        reset(client);
      }
    } else if (next == State.BLACK_HOLE || next == State.HALF_OPEN) {
      lost.addAll(clients);
    } else if (before == State.BLACK_HOLE) {
      for (Socket client : lost) {
        reset(client);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket client : clients) {
      client.close();
    }
  }

  private ServerSocket listen(int at) throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 500);
    Thread.startVirtualThread(() -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket socket) {
    try (socket) {
      while (true) {
        Socket client = socket.accept();
        clients.add(client);
        switch (state) {
          case WHOLE, DRIP -> connect(client);
          case RESET -> reset(client);
          case BLACK_HOLE, HALF_OPEN -> lost.add(client);
        }
      }
    } catch (IOException e) {
      return; // unplugged
    }
  }

  private void connect(Socket client) throws IOException {
    client.setTcpNoDelay(true);
    var inside = new Socket(InetAddress.getLoopbackAddress(), server);
    inside.setTcpNoDelay(true);
    Thread.startVirtualThread(() -> carry(client, inside, client));
    Thread.startVirtualThread(() -> carry(inside, client, client));
  }

  /** Carries what one end says to the other, until one of them ends. */
  private void carry(Socket from, Socket to, Socket client) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (state == State.DRIP && to.equals(client)) {
          drip(buffer, read, out);
        } else if (!lost.contains(client)) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException | InterruptedException e) {
      clients.remove(client);
    }
  }

  private void drip(byte[] bytes, int length, OutputStream out)
      throws IOException, InterruptedException {
    for (int i = 0; i < length; i++) {
      if (state == State.DRIP) {
        Thread.sleep(1000);
      }
      out.write(bytes[i]);
    }
  }

  private void reset(Socket client) throws IOException {
    clients.remove(client);
    lost.remove(client);
    if (!client.isClosed()) {
      client.setSoLinger(true, 0);
      client.close();
    }
  }
}
