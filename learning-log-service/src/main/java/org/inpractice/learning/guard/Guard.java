package org.inpractice.learning.guard;

import org.inpractice.learning.guard.GuardEvent.GuardSet;

/**
 * A guard as far as its rules need it.
 *
 * @param set how it was set last; null before
 * @param watching whether it still is
 */
record Guard(GuardSet set, boolean watching) {
    static final Guard NONE = new Guard(null, false);
}
