package io.verbatim.article;

/** Words were about to be quoted that the article does not have at that address. */
public final class MisquoteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MisquoteException(String message) {
    super(message);
  }
}
