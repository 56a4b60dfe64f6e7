package org.inpractice.cycles.driver;

import org.inpractice.stream.Refusal;

/** Why a command on a driver is refused. */
public enum DriverRule implements Refusal.Rule {
    /** No such driver. */
    DRIVER_NOT_ADDED("There is no such driver", Refusal.Kind.NOT_FOUND),
    /** The id is taken. */
    DRIVER_ALREADY_ADDED("The driver is added already", Refusal.Kind.CONFLICT),
    /** Nobody holds it for one. */
    DRIVER_IS_RETIRED("The driver is retired", Refusal.Kind.CONFLICT),
    /** It is the same as another. */
    DRIVER_IS_MERGED("The driver is merged into another", Refusal.Kind.CONFLICT),
    /** The request names a driver that is not in the theory of this aim. */
    DRIVER_UNKNOWN("There is no such driver of this aim", Refusal.Kind.INVALID),
    /** A driver would drive itself. */
    DRIVERS_IN_A_CIRCLE("Drivers in a circle", Refusal.Kind.INVALID),
    /** Nobody could read it. */
    DRIVERS_NESTED_TOO_DEEP("Drivers nested too deep", Refusal.Kind.INVALID),
    /** Two drivers of one name are one. */
    DRIVER_NAME_TAKEN("The aim has a driver of this name", Refusal.Kind.CONFLICT),
    /** What stands under it would hang loose. */
    DRIVER_HAS_DRIVERS_BELOW("Drivers stand under the driver", Refusal.Kind.CONFLICT),
    /** Once is enough. */
    MEASURE_NAMED_TWICE("A measure is named twice", Refusal.Kind.INVALID),
    /** Nothing to take away. */
    CHANGE_IDEA_NOT_LINKED("The change idea is not linked to the driver", Refusal.Kind.NOT_FOUND);

    private final String title;
    private final Refusal.Kind kind;

    DriverRule(String title, Refusal.Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
