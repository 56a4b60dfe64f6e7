/**
 * The whole history of a district as one download that can be taken up again wherever it was cut.
 *
 * <p>{@code ExportResource} answers, {@code ExportRun} reads page by page as the reader takes them,
 * {@code docs/events/history.md} tells readers what to rely on. No tables of its own.
 */
package org.inpractice.learning.export;
