package org.inpractice.journeys.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;

/**
 * Where a class lives: a service and one of its features.
 *
 * @param feature empty in the service's own package
 */
record Place(String service, String feature) {
    private static final String BASE = "org.inpractice.";

    /** Empty when the class belongs to no service. */
    static Optional<Place> of(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(BASE)) {
            return Optional.empty();
        }
        String[] parts = name.substring(BASE.length()).split("\\.", -1);
        return Rules.SERVICES.contains(parts[0])
                ? Optional.of(new Place(parts[0], parts.length == 1 ? "" : parts[1]))
                : Optional.empty();
    }

    /** As in the list of features. */
    String name() {
        return service + "." + feature;
    }

    /** Its own feature, those listed for it, and what the service's features share. */
    boolean mayUse(Place other) {
        return service.equals(other.service)
                && (equals(other)
                        || other.feature.isEmpty()
                        || Rules.FEATURES.getOrDefault(name(), List.of()).contains(other.name()));
    }
}
