/**
 * What happened in a period, told from the history alone, for people: what began, was studied and decided, what moved, what
 * failed and was learned, which actions were done or are overdue, which data came late.
 *
 * <p>{@code DigestReading} reads the events, {@code Telling} puts each into words, {@code DigestMarkdown} and {@code
 * DigestHtml} write the page, {@code DigestResource} answers. No tables of its own.
 */
package org.inpractice.learning.digest;
