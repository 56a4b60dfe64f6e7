package org.inpractice.cycles;

import java.text.Normalizer;
import java.util.Locale;

/** People as a district writes them: a name or a role. There is no register of people here, so the writing decides. */
public final class Person {
    private Person() {}

    /** The writing without needless blanks; null stays null. */
    public static String written(String person) {
        return person == null ? null : person.strip().replaceAll("\\s+", " ");
    }

    /** What two writings of the same person have in common: neither case nor blanks nor the coding of accents tells people apart. */
    public static String key(String person) {
        return Normalizer.normalize(written(person), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Whether both are the same person. */
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }
}
