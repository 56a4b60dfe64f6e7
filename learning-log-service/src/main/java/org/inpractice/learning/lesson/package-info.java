/**
 * Lessons: those of reviews and of cycle studies, offered when a similar cycle is planned, and shared beyond the district when
 * somebody decides so.
 *
 * <ul>
 *   <li>Read: {@code LessonResource} → {@code LessonReading}, from what the feature {@code search} has indexed.
 *   <li>Share: {@code LessonResource} → {@code Lessons} → {@code LessonDecider} → {@code LessonEvent} → {@code
 *       LessonProjection}; every district reads it at {@code SharedLessonResource}.
 * </ul>
 *
 * Table: {@code shared_lesson}. Topic: {@code improvement.learning.v1}.
 */
package org.inpractice.learning.lesson;
