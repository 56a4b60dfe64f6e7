package org.inpractice.cycles;

import java.time.Instant;
import org.inpractice.api.Parameters;

/**
 * The instant whose knowledge a reader asks for.
 *
 * @param instant null for now
 */
public record AsOf(Instant instant) {
    /** What is known now. */
    public static final AsOf NOW = new AsOf(null);

    /** The query parameter {@code asOf}; now when it is absent. */
    public static AsOf parameter(String value) {
        return new AsOf(Parameters.instant("asOf", value));
    }

    /** Whether the present versions are asked for. */
    public boolean isNow() {
        return instant == null;
    }
}
