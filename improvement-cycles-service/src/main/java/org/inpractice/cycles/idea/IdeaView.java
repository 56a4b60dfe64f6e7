package org.inpractice.cycles.idea;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.idea.IdeaLibrary.Entry;

/**
 * A change idea as readers see it.
 *
 * @param state active, retired, merged; or unwarranted, when a plan named it and nobody has said why it may work
 * @param mergedInto the idea it is the same as
 * @param mergedFrom the ideas that were taken for this one; of one idea only, not in lists
 * @param standardWork what it became where it was adopted last
 * @param tested what became of it, the merged ones counted with it
 * @param version its version, also the {@code ETag}; 0 while it is unwarranted
 */
@Schema(name = "ChangeIdea")
record IdeaView(
        UUID changeIdeaId,
        String title,
        String description,
        Warrant warrant,
        String owner,
        IdeaState state,
        UUID mergedInto,
        List<UUID> mergedFrom,
        String endedBecause,
        boolean shared,
        StandardWorkView standardWork,
        IdeaRecord tested,
        long version,
        Instant changedAt) {
    /** What an adopted idea became, and in which cycle that was decided. */
    @Schema(name = "ChangeIdeaStandardWork")
    record StandardWorkView(String description, String owner, UUID cycleId) {
        static StandardWorkView latest(List<IdeaTrial> tests) {
            return tests.stream()
                    .filter(test -> test.standardWork() != null)
                    .reduce((first, second) -> second)
                    .map(test -> new StandardWorkView(test.standardWork(), test.standardWorkOwner(), test.cycleId()))
                    .orElse(null);
        }
    }

    static IdeaView of(Entry entry, List<UUID> mergedFrom, List<IdeaTrial> tests, IdeaRecord tested) {
        ChangeIdea idea = entry.idea();
        IdeaContent content = idea == null ? null : idea.idea();
        return new IdeaView(
                entry.changeIdeaId(),
                entry.title(),
                content == null ? null : content.description(),
                content == null ? null : content.warrant(),
                content == null ? null : content.owner(),
                entry.state(),
                idea == null ? null : idea.mergedInto(),
                mergedFrom,
                idea == null ? null : idea.endedBecause(),
                idea != null && idea.shared(),
                StandardWorkView.latest(tests),
                tested,
                entry.version(),
                entry.changedAt());
    }
}
