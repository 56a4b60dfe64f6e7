package org.inpractice.learning.failure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.sealing.SealedText;

/**
 * The sections of a review, whole or in the making. An absent section was not written.
 *
 * @param expected what was expected
 * @param happened what happened instead
 * @param factors contributing factors of the taxonomy, by code
 * @param contributingFactors contributing factors in words of their own
 * @param wentWell what went well
 * @param luck where luck helped or harmed
 * @param lessons what was learned
 * @param stillUnknown what is still not known
 * @param actions what will be done
 * @param participants who took part
 * @param facilitator who led it
 * @param checklist what the facilitator has ticked
 * @param links evidence elsewhere
 */
public record ReviewContent(
        SealedText expected,
        SealedText happened,
        List<String> factors,
        List<SealedText> contributingFactors,
        List<SealedText> wentWell,
        List<SealedText> luck,
        List<SealedText> lessons,
        List<SealedText> stillUnknown,
        List<AgreedAction> actions,
        List<SealedText> participants,
        SealedText facilitator,
        List<ChecklistItem> checklist,
        List<SealedText> links) {
    static final ReviewContent NOTHING =
            new ReviewContent(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Copies the lists. */
    public ReviewContent {
        factors = copy(factors);
        contributingFactors = copy(contributingFactors);
        wentWell = copy(wentWell);
        luck = copy(luck);
        lessons = copy(lessons);
        stillUnknown = copy(stillUnknown);
        actions = copy(actions);
        participants = copy(participants);
        checklist = copy(checklist);
        links = copy(links);
    }

    /** What it is after a step: a section that was sent takes the place of the one before. */
    ReviewContent then(ReviewContent step) {
        return new ReviewContent(
                latest(expected, step.expected),
                latest(happened, step.happened),
                latest(factors, step.factors),
                latest(contributingFactors, step.contributingFactors),
                latest(wentWell, step.wentWell),
                latest(luck, step.luck),
                latest(lessons, step.lessons),
                latest(stillUnknown, step.stillUnknown),
                latest(actions, step.actions),
                latest(participants, step.participants),
                latest(facilitator, step.facilitator),
                latest(checklist, step.checklist),
                latest(links, step.links));
    }

    /** Those sections that every completed review has, empty where nothing was said. */
    ReviewContent completed() {
        return NOTHING.then(new ReviewContent(
                        null, null, List.of(), List.of(), List.of(), null, List.of(), null, List.of(), null, null, null,
                        null))
                .then(this);
    }

    boolean isEmpty() {
        return equals(NOTHING);
    }

    boolean namesAFactor() {
        return !orEmpty(factors).isEmpty() || !orEmpty(contributingFactors).isEmpty();
    }

    /** How much there is to read, in bytes of UTF-8. */
    int length() {
        Stream<SealedText> texts = Stream.of(
                        Stream.of(expected, happened, facilitator),
                        orEmpty(contributingFactors).stream(),
                        orEmpty(wentWell).stream(),
                        orEmpty(luck).stream(),
                        orEmpty(lessons).stream(),
                        orEmpty(stillUnknown).stream(),
                        orEmpty(participants).stream(),
                        orEmpty(links).stream(),
                        orEmpty(actions).stream().flatMap(action -> Stream.of(action.what(), action.owner())))
                .flatMap(each -> each);
        return texts.filter(Objects::nonNull).mapToInt(SealedText::length).sum();
    }

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    private static <T> T latest(T before, T sent) {
        return sent == null ? before : sent;
    }
}
