package org.inpractice.api;

import java.sql.SQLException;

/** The database did not do what it was asked. Whether trying again may help is for the mapper to say. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the database's own words as cause; they stay in the log. */
    public StoreException(SQLException cause) {
        super(cause);
    }
}
