package org.inpractice.learning.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.api.Problems;

/** Whose days a digest means: those a request names, or else the installation's. */
@Singleton
class DigestZone {
    private final ZoneId usual;

    @Inject
    DigestZone(@ConfigProperty(name = "inpractice.digest.zone") ZoneId usual) {
        this.usual = usual;
    }

    /** The zone of a name; the usual one of null. */
    ZoneId of(String name) {
        if (name == null) {
            return usual;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problems.invalid(
                    "zone", "Send a name of the IANA time zone database, for example America/Los_Angeles.");
        }
    }
}
