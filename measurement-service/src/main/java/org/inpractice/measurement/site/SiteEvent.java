package org.inpractice.measurement.site;

import java.time.LocalDate;
import org.inpractice.stream.EventType;

/** What can have happened to a site. Each event tells all of it, as it is from then on. */
public sealed interface SiteEvent {
    /** The district's id for it. */
    String siteId();

    /** What people call it. */
    String name();

    /** Its last day, or null while it is open. */
    LocalDate closedOn();

    /** The district named one of its sites for the first time. */
    @EventType(name = "improvement.site.registered")
    record SiteRegistered(String siteId, String name, LocalDate closedOn) implements SiteEvent {}

    /** It is called otherwise, has closed, or is open again. */
    @EventType(name = "improvement.site.revised")
    record SiteRevised(String siteId, String name, LocalDate closedOn) implements SiteEvent {}
}
