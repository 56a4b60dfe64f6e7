/**
 * Capacity to improve: coaching and training, who leads how many cycles, who leads without having been trained or coached,
 * and how much each coach carries. Tables {@code coaching_session}, {@code training}, {@code coach_load}, one row a
 * version.
 */
package org.inpractice.cycles.capacity;
