package org.inpractice.learning.factor;

import java.util.List;
import java.util.Optional;

/**
 * A factor that comes with the service.
 *
 * <p>The list follows the Yorkshire Contributory Factors Framework (R. Lawton et al., "Development of an evidence-based
 * framework of factors contributing to patient safety incidents in hospital settings: a systematic review", BMJ Quality &amp;
 * Safety 21, 2012, 369–380), said in the words of schools. Its "active failures" are left out: they are what a review looks
 * behind. Where it says patient we say students and families, where it says bed management we say timetable and transport.
 * The last two are ours: districts that improve by data fail at data, and a change may itself be what went wrong.
 *
 * @param code what a review sends
 * @param name what people read
 * @param question what a team asks itself
 * @param source where it comes from
 */
public record BuiltInFactor(String code, String name, String question, String source) {
    private static final String YORKSHIRE = "Yorkshire Contributory Factors Framework (Lawton et al. 2012), adapted";
    private static final String OURS = "Improvement in Practice";

    /** All of them, in the order in which a team goes through them: from the work outwards. */
    public static final List<BuiltInFactor> ALL = List.of(
            of("task", "Task", "Was the task itself hard, new, or easy to get wrong?"),
            of("team", "Team", "Did people know who does what, and could they rely on each other?"),
            of("staff-conditions", "Conditions of staff", "Were people tired, under strain, or new to this?"),
            of(
                    "students-families",
                    "Students and families",
                    "What made it harder for students or families to reach us?"),
            of("workload", "Workload", "Was there more to do than the time allowed?"),
            of("supervision", "Supervision and leadership", "Could people ask somebody, and were they heard?"),
            of("responsibility", "Lines of responsibility", "Was it clear whose job it was, in absence too?"),
            of("staffing", "Staffing", "Were there enough people with the right skills?"),
            of("equipment", "Equipment and supplies", "Was what people needed there, and did it work?"),
            of("timetable-transport", "Timetable and transport", "Did bells, buses or dates stand in the way?"),
            of("physical-environment", "Rooms and grounds", "Did place, noise or distance play a part?"),
            of("procedures", "Policies and procedures", "Was the rule clear, known, and possible to follow?"),
            of("training", "Training", "Had people learned how, and tried it before?"),
            of("communication", "Communication", "Who needed to know, and how did it reach them?"),
            of("safety-culture", "Speaking up", "Would people have said that something is wrong?"),
            of("design", "Design of tools and forms", "Did a form, list or screen invite the mistake?"),
            of("central-support", "Support of the district office", "Did the site get what only the office can give?"),
            of("external-policy", "Rules from outside", "Did a law, a grant or a state deadline force our hand?"),
            new BuiltInFactor("data", "Data", "Were the data late, wrong, or read as something they were not?", OURS),
            new BuiltInFactor("change-itself", "The change itself", "Did the change we tried bring it about?", OURS));

    private static BuiltInFactor of(String code, String name, String question) {
        return new BuiltInFactor(code, name, question, YORKSHIRE);
    }

    /** The one with a code. */
    static Optional<BuiltInFactor> find(String code) {
        return ALL.stream().filter(factor -> factor.code().equals(code)).findFirst();
    }
}
