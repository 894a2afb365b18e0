package io.verbatim.telegram;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** Breaks off an answer that is too large to be one of the Bot API, before it fills the memory. */
final class Bounded implements Interceptor {
  /** A full batch of the longest messages has some 2 MB. */
  private static final long MOST_BYTES = 4_000_000;

  /** The answer is too large. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("an answer of more than " + MOST_BYTES + " bytes");
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    var counted =
        new ForwardingSource(body.source()) {
          private long bytes;

          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            bytes += Math.max(read, 0);
            if (bytes > MOST_BYTES) {
              throw new TooLargeException();
            }
            return read;
          }
        };
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(counted), body.contentType(), body.contentLength()))
        .build();
  }
}
