package org.inpractice.learning.lesson;

import java.util.List;
import org.inpractice.learning.lesson.LessonCommand.ShareLesson;
import org.inpractice.learning.lesson.LessonCommand.WithdrawSharing;
import org.inpractice.learning.lesson.LessonEvent.LessonShared;
import org.inpractice.learning.lesson.LessonEvent.LessonSharingWithdrawn;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of sharing: nothing leaves a district by itself; the state is whether a lesson is shared. */
final class LessonDecider implements Decider<LessonCommand, Boolean, LessonEvent> {
    @Override
    public Boolean initialState() {
        return false;
    }

    @Override
    public List<LessonEvent> decide(LessonCommand command, Boolean shared) {
        return switch (command) {
            case ShareLesson share -> share(share);
            case WithdrawSharing withdrawal -> {
                if (!shared) {
                    throw new Refusal(
                            LessonRule.LESSON_NOT_SHARED,
                            "There is nothing to withdraw: this lesson is not shared beyond the district.");
                }
                yield List.of(new LessonSharingWithdrawn(withdrawal.lessonId(), withdrawal.erasedKeys()));
            }
        };
    }

    private static List<LessonEvent> share(ShareLesson share) {
        if (share.source() == null) {
            throw new Refusal(
                    LessonRule.LESSON_UNKNOWN,
                    "There is no such lesson in this district; look up its lessonId in the list of lessons.");
        }
        if (!share.approved()) {
            throw new Refusal(
                    LessonRule.SHARED_WITHOUT_APPROVAL,
                    "namesNobody",
                    "Read the text as a stranger would, take out whatever names a person or a school,"
                            + " and send namesNobody: true; other districts will read it.");
        }
        return List.of(new LessonShared(
                share.lessonId(), share.source().failureId(), share.source().cycleId(), share.text(), share.from()));
    }

    @Override
    public Boolean evolve(Boolean shared, LessonEvent event) {
        return switch (event) {
            case LessonShared lesson -> true;
            case LessonSharingWithdrawn lesson -> false;
        };
    }
}
