package org.inpractice.cycles.idea;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

class IdeaDeciderTest {
    private static final UUID IDEA = UUID.fromString("0198c304-2d41-7f60-a123-84d5fab13c26");
    private static final UUID OTHER = UUID.fromString("0198c305-3e52-7a71-b234-95e60bc24d37");
    private static final Warrant WARRANT = new Warrant("A trial in Philadelphia", null, Strength.STRONG);
    private static final IdeaContent CALL = new IdeaContent(IDEA, "Call home early", null, WARRANT, "Dana Reyes");
    private static final IdeaContent WRITE = new IdeaContent(IDEA, "Write home early", null, WARRANT, "Dana Reyes");
    private static final ChangeIdea INTO =
            ChangeIdea.active(new IdeaContent(OTHER, "Call home", null, WARRANT, "Ben Ito"), false);

    private static DeciderSpecification<IdeaCommand, Optional<ChangeIdea>, IdeaEvent> idea() {
        return specification(new IdeaDecider());
    }

    @Test
    void an_idea_is_proposed_once_and_put_differently() {
        idea().when(new ProposeIdea(CALL)).then(new IdeaProposed(CALL));
        idea().given(new IdeaProposed(CALL))
                .when(new ProposeIdea(WRITE))
                .thenRefused(IdeaRule.CHANGE_IDEA_ALREADY_PROPOSED);
        idea().given(new IdeaProposed(CALL)).when(new ReviseIdea(WRITE, false)).then(new IdeaRevised(WRITE));
        idea().given(new IdeaProposed(CALL)).when(new ReviseIdea(CALL, false)).thenNothing();
    }

    @Test
    void an_idea_that_a_plan_named_comes_into_the_library_by_getting_its_warrant() {
        idea().when(new ReviseIdea(CALL, true)).then(new IdeaProposed(CALL));
        idea().when(new ReviseIdea(CALL, false)).thenRefused(IdeaRule.CHANGE_IDEA_NOT_PROPOSED);
    }

    @Test
    void a_retired_idea_stays_with_what_it_was_given_up_for() {
        idea().given(new IdeaProposed(CALL))
                .when(new RetireIdea("Never moved it"))
                .then(new IdeaRetired(IDEA, "Never moved it"));
        idea().given(new IdeaProposed(CALL), new IdeaRetired(IDEA, "Never moved it"))
                .when(new ReviseIdea(WRITE, true))
                .thenRefused(IdeaRule.CHANGE_IDEA_IS_RETIRED);
    }

    @Test
    void an_idea_is_merged_into_another_active_one_of_the_library() {
        idea().given(new IdeaProposed(CALL))
                .when(new MergeIdea(Optional.of(INTO), "One thing"))
                .then(new IdeaMerged(IDEA, OTHER, "One thing"));
        idea().given(new IdeaProposed(CALL))
                .when(new MergeIdea(Optional.empty(), "One thing"))
                .thenRefused(IdeaRule.CHANGE_IDEA_UNKNOWN);
        idea().given(new IdeaProposed(CALL))
                .when(new MergeIdea(Optional.of(ChangeIdea.active(CALL, false)), "One thing"))
                .thenRefused(IdeaRule.CHANGE_IDEA_MERGED_INTO_ITSELF);
        ChangeIdea merged = new ChangeIdea(INTO.idea(), IdeaState.MERGED, IDEA, "One thing", false);
        idea().given(new IdeaProposed(CALL))
                .when(new MergeIdea(Optional.of(merged), "One thing"))
                .thenRefused(IdeaRule.CHANGE_IDEA_IS_MERGED);
    }

    @Test
    void an_idea_is_shared_only_when_somebody_says_so_and_that_can_always_be_taken_back() {
        assertEquals(
                false,
                new IdeaDecider()
                        .evolve(Optional.empty(), new IdeaProposed(CALL))
                        .orElseThrow()
                        .shared());
        idea().given(new IdeaProposed(CALL)).when(new ShareIdea()).then(new IdeaShared(IDEA));
        idea().given(new IdeaProposed(CALL), new IdeaShared(IDEA))
                .when(new ShareIdea())
                .thenNothing();
        idea().given(new IdeaProposed(CALL), new IdeaShared(IDEA), new IdeaRetired(IDEA, "x"))
                .when(new WithdrawSharing("Under revision"))
                .then(new SharingWithdrawn(IDEA, "Under revision"));
        idea().given(new IdeaProposed(CALL)).when(new WithdrawSharing("x")).thenNothing();
        idea().given(new IdeaProposed(CALL), new IdeaRetired(IDEA, "x"))
                .when(new ShareIdea())
                .thenRefused(IdeaRule.CHANGE_IDEA_IS_RETIRED);
    }

    @Test
    void a_revision_keeps_an_idea_shared() {
        idea().given(new IdeaProposed(CALL), new IdeaShared(IDEA), new IdeaRevised(WRITE))
                .when(new ShareIdea())
                .thenNothing();
    }
}
