package org.inpractice.learning.factor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.inpractice.learning.factor.FactorCommand.AddFactor;
import org.inpractice.learning.factor.FactorCommand.RetireFactor;
import org.inpractice.learning.factor.FactorEvent.FactorAdded;
import org.inpractice.learning.factor.FactorEvent.FactorRetired;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** A district adds factors that the list lacks, under codes and names of their own, and retires those that proved useless. */
final class FactorDecider implements Decider<FactorCommand, FactorList, FactorEvent> {
    /** Our choice: with more than this beside the built-in ones nobody finds the right one, and nothing recurs. */
    static final int MOST = 50;

    @Override
    public FactorList initialState() {
        return FactorList.EMPTY;
    }

    @Override
    public List<FactorEvent> decide(FactorCommand command, FactorList list) {
        return switch (command) {
            case AddFactor addition -> add(addition, list);
            case RetireFactor retirement -> retire(retirement, list);
        };
    }

    private static List<FactorEvent> add(AddFactor addition, FactorList list) {
        String name = key(addition.name());
        boolean isThere = BuiltInFactor.find(addition.code()).isPresent()
                || list.names().containsKey(addition.code())
                || list.retired().contains(addition.code());
        if (isThere) {
            throw new Refusal(
                    FactorRule.FACTOR_ALREADY_THERE,
                    "code",
                    "Use the factor that has this code, or choose another code; a code means one thing for ever, so"
                            + " that reviews of different years can be compared.");
        }
        if (list.names().containsValue(name)
                || BuiltInFactor.ALL.stream()
                        .anyMatch(known -> key(known.name()).equals(name))) {
            throw new Refusal(
                    FactorRule.FACTOR_ALREADY_THERE,
                    "name",
                    "Use the factor that has this name, or name yours so that people can tell them apart;"
                            + " what is counted under two codes recurs under neither.");
        }
        if (list.names().size() >= MOST) {
            throw new Refusal(
                    FactorRule.TOO_MANY_FACTORS,
                    "Retire a factor first: with more than %d of your own nobody finds the one that recurs."
                            .formatted(MOST));
        }
        return List.of(new FactorAdded(addition.code(), addition.name(), addition.question()));
    }

    private static List<FactorEvent> retire(RetireFactor retirement, FactorList list) {
        if (list.retired().contains(retirement.code())) {
            throw new Refusal(
                    FactorRule.FACTOR_ALREADY_RETIRED,
                    "It is retired; reviews that named it keep it, new ones do not.");
        }
        if (!list.names().containsKey(retirement.code())) {
            throw new Refusal(
                    FactorRule.FACTOR_NOT_OF_DISTRICT,
                    "Name a factor that this district added; those that came with the service stay, so that districts"
                            + " can compare.");
        }
        return List.of(new FactorRetired(retirement.code()));
    }

    @Override
    public FactorList evolve(FactorList list, FactorEvent event) {
        return switch (event) {
            case FactorAdded added -> new FactorList(list.namesWith(added.code(), key(added.name())), list.retired());
            case FactorRetired retired -> {
                Map<String, String> names = new HashMap<>(list.names());
                names.remove(retired.code());
                Set<String> all = new HashSet<>(list.retired());
                all.add(retired.code());
                yield new FactorList(names, all);
            }
        };
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
