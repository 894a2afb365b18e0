package io.verbatim.telegram;

import java.io.Serializable;

/**
 * Telegram's word that it did something.
 *
 * @param message id of the message made or changed, 0 if there is none
 */
record Receipt(int message) implements Serializable {}
