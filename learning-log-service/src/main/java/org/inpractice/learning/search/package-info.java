/**
 * Full-text search over reports, reviews, lessons and cycle studies.
 *
 * <ul>
 *   <li>Index: {@code SearchIndex} hears of failures in the transaction that appends them ({@code SearchProjection}) and
 *       follows {@code improvement.cycles.v1} ({@code StudyProjection}). {@code WordIndex} keeps fingerprints of words, never
 *       words.
 *   <li>Read: {@code SearchResource} → {@code AskedWords}, which reads what was typed and forgives typing errors → {@code
 *       SearchReading} → {@code Highlights}.
 * </ul>
 *
 * Tables: {@code search_text}, {@code search_word}, {@code search_failure}, from our own events; {@code search_study}, {@code
 * search_study_word}, {@code search_cycle}, from the topic.
 */
package org.inpractice.learning.search;
