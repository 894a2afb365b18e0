/**
 * Text to vectors, in process: {@link io.verbatim.embedding.SentenceEncoder} runs a small
 * sentence-embedding network on ONNX Runtime, {@link io.verbatim.embedding.Encoding} is what it
 * read in one text.
 */
@NullMarked
package io.verbatim.embedding;

import org.jspecify.annotations.NullMarked;
