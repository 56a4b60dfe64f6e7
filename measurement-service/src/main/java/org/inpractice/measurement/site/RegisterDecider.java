package org.inpractice.measurement.site;

import java.util.List;
import org.inpractice.measurement.site.RegisterEvent.RegisterCompleted;
import org.inpractice.measurement.site.RegisterEvent.RegisterReopened;
import org.inpractice.stream.Decider;

/** A register is open until the district calls it complete. Command and state are one thing: whether it is complete. */
final class RegisterDecider implements Decider<Boolean, Boolean, RegisterEvent> {
    @Override
    public Boolean initialState() {
        return false;
    }

    @Override
    public List<RegisterEvent> decide(Boolean shallBeComplete, Boolean isComplete) {
        if (shallBeComplete.equals(isComplete)) {
            return List.of();
        }
        return List.of(shallBeComplete ? new RegisterCompleted() : new RegisterReopened());
    }

    @Override
    public Boolean evolve(Boolean isComplete, RegisterEvent event) {
        return switch (event) {
            case RegisterCompleted completed -> true;
            case RegisterReopened reopened -> false;
        };
    }
}
