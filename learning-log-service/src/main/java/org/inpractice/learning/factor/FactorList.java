package org.inpractice.learning.factor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The district's own factors.
 *
 * @param names names of those in use, in lower case, by code
 * @param retired codes that are used no more
 */
record FactorList(Map<String, String> names, Set<String> retired) {
    static final FactorList EMPTY = new FactorList(Map.of(), Set.of());

    FactorList {
        names = Map.copyOf(names);
        retired = Set.copyOf(retired);
    }

    Map<String, String> namesWith(String code, String name) {
        Map<String, String> more = new HashMap<>(names);
        more.put(code, name);
        return more;
    }
}
