package org.inpractice.cycles.goal;

import java.util.Arrays;
import java.util.Optional;

/**
 * The eight state priorities that every local control and accountability plan of a California school district addresses:
 * Education Code section 52060(d), with the short titles that the state's plan template uses (California Code of Regulations,
 * title 5, section 15497.5).
 */
public enum StatePriority {
    /** Teachers, materials, facilities. */
    BASIC(
            1,
            "Basic",
            "Teachers appropriately assigned and fully credentialed, standards-aligned instructional materials, school"
                    + " facilities in good repair."),
    /** What is taught. */
    STATE_STANDARDS(
            2,
            "State Standards",
            "Implementation of the academic content and performance standards, and access to them for English learners."),
    /** Parents. */
    PARENTAL_INVOLVEMENT(
            3,
            "Parental Involvement",
            "Parental involvement and family engagement: input in decisions, and participation in programs."),
    /** What is achieved. */
    PUPIL_ACHIEVEMENT(
            4,
            "Pupil Achievement",
            "Statewide assessments, readiness for college and career, progress of English learners."),
    /** Whether pupils are there. */
    PUPIL_ENGAGEMENT(
            5,
            "Pupil Engagement",
            "School attendance, chronic absenteeism, middle and high school dropout, high school graduation."),
    /** How a school feels. */
    SCHOOL_CLIMATE(
            6,
            "School Climate",
            "Suspension, expulsion, and what pupils, parents and teachers say of safety and connectedness."),
    /** What pupils may take. */
    COURSE_ACCESS(
            7,
            "Course Access",
            "Access to and enrollment in a broad course of study, also of unduplicated pupils and pupils with"
                    + " exceptional needs."),
    /** The rest. */
    OTHER_PUPIL_OUTCOMES(
            8, "Other Pupil Outcomes", "Pupil outcomes in the subject areas of the broad course of study.");

    private static final String PREFIX = "state-";

    private final int number;
    private final String title;
    private final String description;

    StatePriority(int number, String title, String description) {
        this.number = number;
        this.title = title;
        this.description = description;
    }

    /** Its number in the law, 1 to 8. */
    public int number() {
        return number;
    }

    /** Its id, the same in every district: {@code state-1} to {@code state-8}. */
    public String id() {
        return PREFIX + number;
    }

    /** Its title in the plan template. */
    public String title() {
        return title;
    }

    /** What it is about. */
    public String description() {
        return description;
    }

    /** The priority of an id. */
    public static Optional<StatePriority> of(String id) {
        return Arrays.stream(values())
                .filter(priority -> priority.id().equals(id))
                .findFirst();
    }
}
