package org.inpractice.cycles.idea;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.idea.IdeaCommand.MergeIdea;
import org.inpractice.cycles.idea.IdeaCommand.ProposeIdea;
import org.inpractice.cycles.idea.IdeaCommand.RetireIdea;
import org.inpractice.cycles.idea.IdeaCommand.ReviseIdea;
import org.inpractice.cycles.idea.IdeaCommand.ShareIdea;
import org.inpractice.cycles.idea.IdeaCommand.WithdrawSharing;
import org.inpractice.cycles.idea.IdeaEvent.IdeaMerged;
import org.inpractice.cycles.idea.IdeaEvent.IdeaProposed;
import org.inpractice.cycles.idea.IdeaEvent.IdeaRetired;
import org.inpractice.cycles.idea.IdeaEvent.IdeaRevised;
import org.inpractice.cycles.idea.IdeaEvent.IdeaShared;
import org.inpractice.cycles.idea.IdeaEvent.SharingWithdrawn;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/**
 * An idea comes into the library with a warrant, and is put differently, retired, or taken for the same as an active one. It
 * is shared only when its owner says so, and that can always be taken back.
 */
final class IdeaDecider implements Decider<IdeaCommand, Optional<ChangeIdea>, IdeaEvent> {
    @Override
    public Optional<ChangeIdea> initialState() {
        return Optional.empty();
    }

    @Override
    public List<IdeaEvent> decide(IdeaCommand command, Optional<ChangeIdea> found) {
        return switch (command) {
            case ProposeIdea propose -> {
                if (found.isPresent()) {
                    throw new Refusal(
                            IdeaRule.CHANGE_IDEA_ALREADY_PROPOSED, "Revise the idea, or propose another one.");
                }
                yield List.of(new IdeaProposed(propose.idea()));
            }
            case ReviseIdea revise -> revise(revise, found);
            case RetireIdea retire -> {
                ChangeIdea idea = active(found, null);
                yield List.of(new IdeaRetired(idea.idea().changeIdeaId(), retire.reason()));
            }
            case MergeIdea merge -> List.of(merge(merge, active(found, null)));
            case ShareIdea share -> {
                ChangeIdea idea = active(found, null);
                yield idea.shared()
                        ? List.of()
                        : List.of(new IdeaShared(idea.idea().changeIdeaId()));
            }
            case WithdrawSharing withdraw -> {
                // Also of an idea that has ended: what is shared can always be taken back.
                ChangeIdea idea = found.orElseThrow(IdeaDecider::notProposed);
                yield idea.shared()
                        ? List.of(new SharingWithdrawn(idea.idea().changeIdeaId(), withdraw.reason()))
                        : List.of();
            }
        };
    }

    private static List<IdeaEvent> revise(ReviseIdea revise, Optional<ChangeIdea> found) {
        if (found.isEmpty() && revise.tested()) {
            return List.of(new IdeaProposed(revise.idea()));
        }
        ChangeIdea idea = active(found, null);
        return idea.idea().equals(revise.idea()) ? List.of() : List.of(new IdeaRevised(revise.idea()));
    }

    private static IdeaEvent merge(MergeIdea merge, ChangeIdea idea) {
        ChangeIdea into = merge.into()
                .orElseThrow(() -> new Refusal(
                        IdeaRule.CHANGE_IDEA_UNKNOWN,
                        "intoChangeIdeaId",
                        "Send the id of an idea in the library; one that only a plan has named gets its warrant first, by"
                                + " PUT change-ideas/{id}."));
        if (into.idea().changeIdeaId().equals(idea.idea().changeIdeaId())) {
            throw new Refusal(
                    IdeaRule.CHANGE_IDEA_MERGED_INTO_ITSELF,
                    "intoChangeIdeaId",
                    "Name another idea, or retire this one when it shall not be tested any more.");
        }
        active(Optional.of(into), "intoChangeIdeaId");
        return new IdeaMerged(idea.idea().changeIdeaId(), into.idea().changeIdeaId(), merge.reason());
    }

    private static ChangeIdea active(Optional<ChangeIdea> found, String field) {
        ChangeIdea idea = found.orElseThrow(IdeaDecider::notProposed);
        checkActive(idea, field);
        return idea;
    }

    /** Refuses what a command wants with an idea that is retired or merged. */
    static void checkActive(ChangeIdea idea, String field) {
        switch (idea.state()) {
            case ACTIVE, UNWARRANTED -> {}
            case RETIRED ->
                throw new Refusal(
                        IdeaRule.CHANGE_IDEA_IS_RETIRED,
                        field,
                        "Propose it anew with what has been learned since: a retired idea stays with what it was given up"
                                + " for.");
            case MERGED ->
                throw new Refusal(
                        IdeaRule.CHANGE_IDEA_IS_MERGED,
                        field,
                        "Use the idea it was merged into; its mergedInto names that one, with the tests of both.");
        }
    }

    private static Refusal notProposed() {
        return new Refusal(
                IdeaRule.CHANGE_IDEA_NOT_PROPOSED, "Propose the idea first, or look its id up in the library.");
    }

    @Override
    public Optional<ChangeIdea> evolve(Optional<ChangeIdea> idea, IdeaEvent event) {
        return Optional.of(
                switch (event) {
                    case IdeaProposed proposed -> ChangeIdea.active(proposed.idea(), false);
                    case IdeaRevised revised ->
                        ChangeIdea.active(revised.idea(), idea.orElseThrow().shared());
                    case IdeaRetired retired -> ended(idea, IdeaState.RETIRED, null, retired.reason());
                    case IdeaMerged merged -> ended(idea, IdeaState.MERGED, merged.intoChangeIdeaId(), merged.reason());
                    case IdeaShared shared -> idea.orElseThrow().shared(true);
                    case SharingWithdrawn withdrawn -> idea.orElseThrow().shared(false);
                });
    }

    private static ChangeIdea ended(Optional<ChangeIdea> idea, IdeaState state, UUID mergedInto, String reason) {
        ChangeIdea before = idea.orElseThrow();
        return new ChangeIdea(before.idea(), state, mergedInto, reason, before.shared());
    }
}
