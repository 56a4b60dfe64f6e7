package org.inpractice.cycles.barrier;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.inpractice.cycles.barrier.Barrier.Closing;
import org.inpractice.cycles.barrier.Barrier.Escalation;
import org.inpractice.cycles.barrier.Barrier.Owner;
import org.inpractice.cycles.barrier.BarrierCommand.AcceptBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.EscalateBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.OwnBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RaiseBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RemoveBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.ReopenBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.ReviseBarrier;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierAccepted;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierEscalated;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierOwned;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRaised;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRemoved;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierReopened;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRevised;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of barriers: raised, owned until a day, passed on when need be, and removed or knowingly accepted. */
public final class BarrierDecider implements Decider<BarrierCommand, Optional<Barrier>, BarrierEvent> {
    @Override
    public Optional<Barrier> initialState() {
        return Optional.empty();
    }

    @Override
    public List<BarrierEvent> decide(BarrierCommand command, Optional<Barrier> barrier) {
        return switch (command) {
            case RaiseBarrier raise -> raise(raise, barrier);
            case ReviseBarrier revise -> revise(revise.terms(), known(barrier));
            case OwnBarrier own -> own(own, known(barrier));
            case EscalateBarrier escalate -> escalate(escalate, known(barrier));
            case RemoveBarrier remove -> remove(remove, known(barrier));
            case AcceptBarrier accept -> accept(accept, known(barrier));
            case ReopenBarrier reopen -> reopen(reopen, known(barrier));
        };
    }

    private static List<BarrierEvent> raise(RaiseBarrier raise, Optional<Barrier> barrier) {
        if (barrier.isPresent()) {
            throw new Refusal(BarrierRule.BARRIER_ALREADY_RAISED, "Revise it, or raise another under a new id.");
        }
        BarrierTerms terms = raise.terms();
        check(terms);
        checkNotInTheFuture(raise.on(), raise.today(), "raisedOn");
        return List.of(new BarrierRaised(
                raise.barrierId(),
                terms.what(),
                terms.kind(),
                terms.kindInWords(),
                terms.aimIds(),
                terms.cycleIds(),
                raise.raisedBy(),
                raise.on(),
                raise.reviewId()));
    }

    private static List<BarrierEvent> revise(BarrierTerms terms, Barrier barrier) {
        check(terms);
        if (terms.equals(barrier.terms())) {
            return List.of();
        }
        return List.of(new BarrierRevised(
                barrier.barrierId(),
                terms.what(),
                terms.kind(),
                terms.kindInWords(),
                terms.aimIds(),
                terms.cycleIds()));
    }

    private static void check(BarrierTerms terms) {
        boolean other = terms.kind() == BarrierKind.OTHER;
        if (other && terms.kindInWords() == null) {
            throw new Refusal(
                    BarrierRule.BARRIER_KIND_NOT_NAMED,
                    "kindInWords",
                    "Name the kind in your own words, or choose one of the list: barriers of a kind are removed together.");
        }
        if (!other && terms.kindInWords() != null) {
            throw new Refusal(
                    BarrierRule.BARRIER_KIND_NAMED_TWICE,
                    "kindInWords",
                    "Leave it out, or send the kind other: a barrier is counted under one kind.");
        }
        checkNamedOnce("aimIds", terms.aimIds());
        checkNamedOnce("cycleIds", terms.cycleIds());
    }

    private static void checkNamedOnce(String field, List<UUID> ids) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                throw new Refusal(
                        BarrierRule.BARRIER_NAMES_IT_TWICE, "%s[%d]".formatted(field, i), "Name each of them once.");
            }
        }
    }

    private static List<BarrierEvent> own(OwnBarrier own, Barrier barrier) {
        checkOpen(barrier, own.on(), own.today());
        if (own.until().isBefore(own.on())) {
            throw new Refusal(
                    BarrierRule.BARRIER_DATES_OUT_OF_ORDER,
                    "until",
                    "Send the day by which the owner wants it gone, on or after the day the owner takes it on.");
        }
        Owner owner = barrier.owner();
        boolean same = barrier.escalation() == null
                && owner != null
                && owner.name().equals(own.owner())
                && owner.until().equals(own.until());
        return same
                ? List.of()
                : List.of(new BarrierOwned(barrier.barrierId(), own.owner(), own.until(), own.on(), own.reviewId()));
    }

    private static List<BarrierEvent> escalate(EscalateBarrier escalate, Barrier barrier) {
        checkOpen(barrier, escalate.on(), escalate.today());
        if (barrier.owner() == null) {
            throw new Refusal(
                    BarrierRule.BARRIER_HAS_NO_OWNER,
                    "Say first who owns it: what is passed on without somebody who asks after it gets lost.");
        }
        return List.of(new BarrierEscalated(
                barrier.barrierId(), escalate.to(), escalate.why(), escalate.on(), escalate.reviewId()));
    }

    private static List<BarrierEvent> remove(RemoveBarrier remove, Barrier barrier) {
        checkOpen(barrier, remove.on(), remove.today());
        return List.of(new BarrierRemoved(barrier.barrierId(), remove.how(), remove.on(), remove.reviewId()));
    }

    private static List<BarrierEvent> accept(AcceptBarrier accept, Barrier barrier) {
        checkOpen(barrier, accept.on(), accept.today());
        return List.of(new BarrierAccepted(barrier.barrierId(), accept.why(), accept.on(), accept.reviewId()));
    }

    private static List<BarrierEvent> reopen(ReopenBarrier reopen, Barrier barrier) {
        if (barrier.closing() == null) {
            throw new Refusal(
                    BarrierRule.BARRIER_IS_OPEN, "Leave it as it is: only what was removed or accepted can come back.");
        }
        checkOrder(barrier, reopen.on(), reopen.today());
        return List.of(new BarrierReopened(barrier.barrierId(), reopen.why(), reopen.on()));
    }

    private static Barrier known(Optional<Barrier> barrier) {
        return barrier.orElseThrow(() -> new Refusal(
                BarrierRule.BARRIER_UNKNOWN, "Raise the barrier first, or look its id up in the list of barriers."));
    }

    private static void checkOpen(Barrier barrier, LocalDate on, LocalDate today) {
        if (barrier.closing() != null) {
            throw new Refusal(
                    BarrierRule.BARRIER_IS_CLOSED,
                    "Reopen it first and say why: how long a barrier stood in the way is counted from its dates.");
        }
        checkOrder(barrier, on, today);
    }

    private static void checkOrder(Barrier barrier, LocalDate on, LocalDate today) {
        checkNotInTheFuture(on, today, "on");
        if (on.isBefore(barrier.lastStepOn())) {
            throw new Refusal(
                    BarrierRule.BARRIER_DATES_OUT_OF_ORDER,
                    "on",
                    "Send a day on or after the barrier's last step: its days open are counted from step to step.");
        }
    }

    private static void checkNotInTheFuture(LocalDate on, LocalDate today, String field) {
        if (on.isAfter(today)) {
            throw new Refusal(
                    BarrierRule.BARRIER_DAY_IN_THE_FUTURE,
                    field,
                    "Send the day on which it happened, not a later one.");
        }
    }

    @Override
    public Optional<Barrier> evolve(Optional<Barrier> barrier, BarrierEvent event) {
        return Optional.of(
                switch (event) {
                    case BarrierRaised raised ->
                        new Barrier(
                                raised.barrierId(),
                                raised.terms(),
                                raised.raisedBy(),
                                raised.raisedOn(),
                                raised.raisedOn(),
                                null,
                                null,
                                null,
                                0);
                    case BarrierRevised revised -> barrier.orElseThrow().withTerms(revised.terms());
                    case BarrierOwned owned ->
                        barrier.orElseThrow().withOwner(new Owner(owned.owner(), owned.until(), owned.on()));
                    case BarrierEscalated escalated ->
                        barrier.orElseThrow()
                                .withEscalation(new Escalation(escalated.to(), escalated.why(), escalated.on()));
                    case BarrierRemoved removed ->
                        barrier.orElseThrow().withClosing(new Closing(true, removed.how(), removed.on()));
                    case BarrierAccepted accepted ->
                        barrier.orElseThrow().withClosing(new Closing(false, accepted.why(), accepted.on()));
                    case BarrierReopened reopened -> barrier.orElseThrow().reopened(reopened.on());
                });
    }
}
