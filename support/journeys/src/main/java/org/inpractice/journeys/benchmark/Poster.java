package org.inpractice.journeys.benchmark;

import java.io.IOException;
import org.inpractice.journeys.HttpConnection;

/** A client on a connection of its own. */
abstract class Poster implements ClosedLoop.Client {
    final HttpConnection connection;

    Poster(HttpConnection connection) {
        this.connection = connection;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
