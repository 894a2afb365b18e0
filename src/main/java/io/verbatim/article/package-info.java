/**
 * The text and its addresses: articles, their paragraphs and sentences, and quotes cut from them.
 */
@NullMarked
package io.verbatim.article;

import org.jspecify.annotations.NullMarked;
