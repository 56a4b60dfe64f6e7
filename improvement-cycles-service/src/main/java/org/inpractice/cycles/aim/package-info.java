/**
 * Aims: how much, of which measure, for whom, by when; who owns one, which team works on it, which goals it serves. Merged
 * aims say where they went. Table {@code aim}.
 */
package org.inpractice.cycles.aim;
