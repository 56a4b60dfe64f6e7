package org.inpractice.stream;

import java.sql.SQLException;

/** What a database error means for whoever may try again. */
public final class SqlErrors {
    private SqlErrors() {}

    /**
     * Whether the same work may well succeed when tried again: the connection or server went away (classes 08, 57, 58,
     * 53), the transaction was chosen as a deadlock or serialisation victim (class 40), a lock or an idle session timed
     * out (55P03, 25P03). Source: PostgreSQL manual, appendix A, error codes.
     */
    public static boolean isTransient(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null
                        || state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("58")
                        || state.equals("55P03")
                        || state.equals("25P03");
            }
        }
        return false;
    }

    /** Whether the server chose this transaction to make way for another (class 40): it surely did not commit. */
    public static boolean isTransactionVictim(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                // 40003, statement completion unknown, is the one of its class that may have committed.
                return sql.getSQLState().startsWith("40") && !"40003".equals(sql.getSQLState());
            }
        }
        return false;
    }

    /** Whether this transaction waited too long for a lock, or was chosen to make way for another: try it again. */
    static boolean isLostLock(Throwable error) {
        return error instanceof SQLException sql
                && ("55P03".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState()));
    }

    /** Whether a unique constraint of this name was violated. */
    public static boolean violates(Throwable error, String constraint) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                // The server's message quotes the constraint in every language.
                return String.valueOf(sql.getMessage()).contains('"' + constraint + '"');
            }
        }
        return false;
    }
}
