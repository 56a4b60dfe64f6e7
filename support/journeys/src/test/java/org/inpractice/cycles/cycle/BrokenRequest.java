package org.inpractice.cycles.cycle;

import jakarta.ws.rs.core.UriBuilder;

/** What {@link BrokenDecider} must not reach. */
final class BrokenRequest {
    private BrokenRequest() {}

    static String path() {
        return UriBuilder.fromPath("cycles").toTemplate();
    }
}
