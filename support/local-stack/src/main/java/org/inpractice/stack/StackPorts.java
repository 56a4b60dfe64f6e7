package org.inpractice.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The TCP ports of one local stack, all on the loopback address. */
public record StackPorts(int cycles, int measurement, int learning, int postgres, int kafka, int controller) {
    /** The base of the ports that nobody chose: services on 8081, 8082, 8083. */
    public static final int DEFAULT_BASE = 8080;

    private static final int COUNT = 6;
    private static final int LAST = 65_535;

    /** The six ports after a base. */
    public static StackPorts from(int base) {
        refuseBase(base);
        return new StackPorts(base + 1, base + 2, base + 3, base + 4, base + 5, base + 6);
    }

    static void refuseBase(int base) {
        if (base < 1024 || base + COUNT > LAST) {
            throw new LocalStackException(
                    "--ports wants a number from 1024 to " + (LAST - COUNT) + " or the word free, not " + base + ".");
        }
    }

    /** Six ports that nobody listens on at this moment. */
    public static StackPorts free() {
        Set<Integer> distinct = new LinkedHashSet<>();
        while (distinct.size() < COUNT) {
            distinct.add(Ports.free());
        }
        List<Integer> ports = new ArrayList<>(distinct);
        return new StackPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
    }

    /** The HTTP port of a service. */
    public int of(LocalService service) {
        return switch (service) {
            case IMPROVEMENT_CYCLES -> cycles;
            case MEASUREMENT -> measurement;
            case LEARNING_LOG -> learning;
        };
    }

    /** Fails when somebody listens on one of them, naming every such port and who wanted it. */
    public void refuseTaken() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (LocalService service : LocalService.values()) {
            wanted.put(service.serviceName(), of(service));
        }
        wanted.put("PostgreSQL", postgres);
        wanted.put("Kafka", kafka);
        wanted.put("Kafka's controller", controller);
        List<String> taken = new ArrayList<>();
        wanted.forEach((who, port) -> {
            if (Ports.inUse(port)) {
                taken.add(port + " (wanted for " + who + ")");
            }
        });
        if (!taken.isEmpty()) {
            throw new LocalStackException((taken.size() == 1 ? "Port " : "Ports ") + String.join(", ", taken)
                    + (taken.size() == 1 ? " is" : " are")
                    + " in use: stop what listens there, or choose others with --ports 9080 or --ports free.");
        }
    }
}
