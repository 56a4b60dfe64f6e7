package org.inpractice.cycles.theory;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that is missing.
 *
 * @param what aim, driver, change idea, cycle or goal
 * @param id its id
 * @param name what it says
 * @param owner who owns it, or did
 * @param ownerLeftOn when the owner left the last team; of owners who left only
 * @param aimId the aim it belongs to, where there is one
 */
@Schema(name = "Orphan")
record Orphan(
        OrphanKind kind,
        String what,
        UUID id,
        String name,
        String owner,
        LocalDate ownerLeftOn,
        UUID aimId,
        String whatToDo) {
    Orphan(OrphanKind kind, String what, UUID id, String name, String owner, UUID aimId) {
        this(kind, what, id, name, owner, null, aimId, kind.whatToDo());
    }
}
