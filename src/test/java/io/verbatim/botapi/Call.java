package io.verbatim.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request that was made of the server.
 *
 * @param method lower case, such as {@code sendmessage}
 * @param parameters what was asked
 * @param status HTTP status of the answer, 0 if none was given
 */
public record Call(String method, ObjectNode parameters, int status) {
  /** The chat it is about; 0 if it is about none. */
  public long chat() {
    return parameters.path("chat_id").asLong();
  }
}
