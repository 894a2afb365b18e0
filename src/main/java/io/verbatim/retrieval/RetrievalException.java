package io.verbatim.retrieval;

/** A search could not be made; unlike an empty ranking, which is a search that found nothing. */
public final class RetrievalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param attempted what was attempted
   * @param cause why it failed
   */
  public RetrievalException(String attempted, Throwable cause) {
    super(attempted, cause);
  }
}
