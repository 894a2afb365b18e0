package io.verbatim.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Map;

/** A network of the BERT family, on the CPU. Safe for use by many threads at once. */
final class Network implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /** What becomes of the memory that a pass needs. */
  enum Memory {
    /** Given back: the longest passage of an index needs a third of what the program takes. */
    GIVEN_BACK,
    /** Kept for the next pass, which is then quicker by a third: for passes of bounded length. */
    KEPT
  }

  /**
   * Loads a network.
   *
   * @param place where it is to be had, in ONNX
   * @param threads cores that one pass may use, at least 1
   * @param memory what becomes of the memory that a pass needs
   */
  Network(URL place, int threads, Memory memory) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        Arena arena = Arena.ofConfined()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(memory == Memory.KEPT);
      options.setMemoryPatternOptimization(false);
      // Spinning workers would eat the second core between two passes.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = environment.createSession(bytes(place, arena), options);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the network " + place, e);
    } catch (OrtException e) {
      throw new IllegalStateException("cannot load the network " + place, e);
    }
  }

  /**
   * One pass over a row of tokens.
   *
   * @param ids of the tokens, 512 at most
   * @param types 0 for what belongs to the first text, 1 for the second
   * @return the network's numbers for every token, row-major, [tokens, numbers]
   */
  FloatBuffer pass(long[] ids, long[] types) {
    long[] shape = {1, ids.length};
    var attention = new long[ids.length];
    Arrays.fill(attention, 1);
    try (OnnxTensor tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(attention), shape);
        OnnxTensor parts = OnnxTensor.createTensor(environment, LongBuffer.wrap(types), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", parts))) {
      return ((OnnxTensor) result.get(0)).getFloatBuffer(); // a copy: it outlives the result
    } catch (OrtException e) {
      throw new IllegalStateException("cannot read " + ids.length + " tokens", e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("cannot close the network", e);
    }
  }

  /** Where the classpath has a resource. */
  static URL resource(String name) {
    URL place = Network.class.getResource(name);
    if (place == null) {
      throw new IllegalStateException("no resource " + name);
    }
    return place;
  }

  /**
   * The network outside of the heap, which its 20 to 35 MB would blow up for good, and given back
   * with the arena.
   */
  private static ByteBuffer bytes(URL place, Arena arena) throws IOException {
    URLConnection connection = place.openConnection();
    ByteBuffer bytes = arena.allocate(connection.getContentLength()).asByteBuffer();
    try (var channel = Channels.newChannel(connection.getInputStream())) {
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // reads until the buffer is full
      }
    }
    return bytes.flip();
  }
}
