package org.inpractice.measurement.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hidden numbers of a two-way table as a graph: rows and columns are nodes, a hidden number is an edge. Sums that
 * nobody knows hold nothing together; all of them are one node, the ground.
 */
final class HiddenNumbers {
    private static final int GROUND = 0;

    private final Map<String, Integer> nodes = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<List<Arc>> arcs = new ArrayList<>(List.of(new ArrayList<>()));

    /**
     * A hidden number.
     *
     * @param key of its cell; null for what is left over of a sum
     * @param guarded whether nobody may work it out
     * @param mayRise whether a greater one would be believed
     * @param mayFall whether a smaller one would be believed
     */
    record Hidden(CellKey key, boolean guarded, boolean mayRise, boolean mayFall) {}

    /** A hidden number between its row and its column. */
    record Edge(int number, String row, String column, int from, int to, Hidden hidden) {}

    private record Arc(int edge, int to) {}

    /** A row or column whose total is known. */
    void addSum(String name) {
        nodes.computeIfAbsent(name, unseen -> {
            arcs.add(new ArrayList<>());
            return arcs.size() - 1;
        });
    }

    /**
     * A hidden number.
     *
     * @param totalOfOne whether it is itself the total of its row or of its column, and not of both or neither: then it
     *     moves the other way
     */
    void add(String row, String column, boolean totalOfOne, Hidden hidden) {
        int atRow = nodes.getOrDefault(row, GROUND);
        int atColumn = nodes.getOrDefault(column, GROUND);
        int from = totalOfOne ? atColumn : atRow;
        int to = totalOfOne ? atRow : atColumn;
        int number = edges.size();
        edges.add(new Edge(number, row, column, from, to, hidden));
        if (hidden.mayRise()) {
            arcs.get(from).add(new Arc(number, to));
        }
        if (hidden.mayFall()) {
            arcs.get(to).add(new Arc(number, from));
        }
    }

    /** Those that can be worked out and must not be. */
    List<Edge> solvable() {
        return edges.stream()
                .filter(edge -> edge.hidden().guarded() && !isFree(edge))
                .toList();
    }

    /** How many hidden numbers a known sum holds; many when nobody knows the sum. */
    int degree(String sum) {
        int node = nodes.getOrDefault(sum, GROUND);
        return node == GROUND
                ? Integer.MAX_VALUE
                : (int) edges.stream()
                        .filter(edge -> edge.from() == node || edge.to() == node)
                        .count();
    }

    /** The sums that hold only one hidden number, among all that hang together with an edge: ways that lead nowhere. */
    List<String> deadEnds(Edge edge) {
        Set<Integer> together = new HashSet<>(List.of(edge.from(), edge.to()));
        int before = 0;
        while (before < together.size()) {
            before = together.size();
            for (Edge other : edges) {
                if (touches(together, other.from()) || touches(together, other.to())) {
                    together.add(other.from());
                    together.add(other.to());
                }
            }
        }
        return nodes.entrySet().stream()
                .filter(sum -> together.contains(sum.getValue()) && degree(sum.getKey()) == 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean touches(Set<Integer> together, int node) {
        return node != GROUND && together.contains(node);
    }

    private boolean isFree(Edge edge) {
        return (edge.hidden().mayRise() && leads(edge.to(), edge.from(), edge.number()))
                || (edge.hidden().mayFall() && leads(edge.from(), edge.to(), edge.number()));
    }

    /** Whether the others can make up for it: a way from one end to the other that does not use it. */
    private boolean leads(int start, int end, int without) {
        boolean[] seen = new boolean[arcs.size()];
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        while (!open.isEmpty()) {
            int node = open.remove();
            if (node == end) {
                return true;
            }
            for (Arc arc : arcs.get(node)) {
                if (arc.edge() != without && !seen[arc.to()]) {
                    seen[arc.to()] = true;
                    open.add(arc.to());
                }
            }
        }
        return false;
    }
}
