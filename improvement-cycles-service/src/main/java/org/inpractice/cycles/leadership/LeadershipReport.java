package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.barrier.BarrierFigures;
import org.inpractice.cycles.leadership.CadenceReading.Gap;

/**
 * Whether leadership is practised: reviews against the cadence, who came, which aims were looked at, and how long barriers
 * stand.
 *
 * @param from first day of the window, or null for all that is known
 * @param to last day of the window
 */
@Schema(name = "LeadershipReport")
record LeadershipReport(
        LocalDate from,
        LocalDate to,
        Reviews reviews,
        Attendance attendance,
        List<AimAttention> aims,
        BarrierFigures barriers) {
    /**
     * Reviews against the cadence.
     *
     * @param judged gaps of which it can be said whether they were in time
     * @param shareInTime of the judged ones, 0 to 1; null when there is none
     * @param longestGap null while there is none
     * @param nextDue null without a cadence
     * @param nextAnnounced the day that the last review named for the next one, or null
     * @param daysOverdue days after due day and grace on which no review has come
     * @param howComputed in words
     */
    @Schema(name = "LeadershipReviewsReport")
    record Reviews(
            int held,
            long judged,
            long inTime,
            Double shareInTime,
            Gap longestGap,
            LocalDate nextDue,
            LocalDate nextAnnounced,
            long daysOverdue,
            List<Gap> gaps,
            String howComputed) {}

    /** Who came of those who were asked. */
    @Schema(name = "LeadershipAttendanceReport")
    record Attendance(int asked, int present, Double share, List<ByRole> roles, List<ByPerson> people) {}

    /** The same for a role. */
    @Schema(name = "LeadershipAttendanceOfRole")
    record ByRole(LeaderRole role, int asked, int present, double share) {}

    /**
     * The same for somebody.
     *
     * @param lastPresentOn null when never
     */
    @Schema(name = "LeadershipAttendanceOfPerson")
    record ByPerson(String name, int asked, int present, double share, LocalDate lastPresentOn) {}

    /**
     * How often an aim was looked at.
     *
     * @param lastOn null when never
     */
    @Schema(name = "LeadershipAimAttention")
    record AimAttention(UUID aimId, int times, LocalDate lastOn) {}
}
