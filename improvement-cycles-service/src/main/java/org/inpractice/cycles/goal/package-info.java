/**
 * What a district wants in the long run: goals, each tied to priorities. The state's eight are there from the beginning, a
 * district adds its own. Tables {@code priority} and {@code goal}.
 */
package org.inpractice.cycles.goal;
