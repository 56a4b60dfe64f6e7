package org.inpractice.stream;

import java.sql.SQLException;

/** Makes a read model anew from its events while the old one answers, and swaps it in one transaction. */
@FunctionalInterface
public interface Rebuild {
    /**
     * Runs to the end.
     *
     * @return the number of events read
     * @throws AlreadyRunningException when the same rebuild is running, here or on another replica
     */
    long run() throws SQLException;

    /** The same rebuild is running, here or on another replica. */
    final class AlreadyRunningException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        /** Names the read model. */
        public AlreadyRunningException(String readModel) {
            super("a rebuild of " + readModel + " is running");
        }
    }
}
