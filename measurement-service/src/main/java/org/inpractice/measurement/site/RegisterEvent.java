package org.inpractice.measurement.site;

import org.inpractice.stream.EventType;

/** What can have happened to the register of a district's sites. */
public sealed interface RegisterEvent {
    /** It names all sites: from now on no other site may tell anything. */
    @EventType(name = "improvement.site-register.completed")
    record RegisterCompleted() implements RegisterEvent {}

    /** It may lack some: from now on any site may tell. */
    @EventType(name = "improvement.site-register.reopened")
    record RegisterReopened() implements RegisterEvent {}
}
