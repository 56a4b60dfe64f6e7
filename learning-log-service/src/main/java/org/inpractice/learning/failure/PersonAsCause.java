package org.inpractice.learning.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Notices where a text reads as if a person were the cause. It is a hint beside an accepted answer and never a refusal: the
 * words are the team's. The patterns are our choice, for English, and miss much; a false alarm costs a glance.
 */
final class PersonAsCause {
    private static final String BLAME = "(?:forgot|failed|neglected|ignored|refused|overlooked|messed up|screwed up"
            + "|did(?: not|n[’']t)|didn[’']t|does(?: not|n[’']t)|should(?: not)? have|was (?:careless|lazy|negligent|sloppy)"
            + "|made (?:a|the) mistake|is to blame|was to blame)";

    private static final String ROLE =
            "(?:teacher|principal|clerk|secretary|aide|coach|counselor|nurse|driver|substitute"
                    + "|custodian|parent|mother|father|student|colleague|superintendent|coordinator|assistant|director)";

    /** Words that begin sentences, or name things, in front of "did not" and the like, and are nobody's name. */
    private static final String NO_NAME =
            "(?:The|A|An|It|This|That|These|Those|They|We|Nobody|Everybody|Somebody|Someone|No"
                    + "|There|Who|What|Which|Staff|People|Families|Students|Schools?|Teachers|Office|District|System|Data|List"
                    + "|Lists|Calls|Letters|Buses|Software|Training|Rules?|Forms?|Most|Many|Some|All|One|Two|Both|Our|Their|Its)";

    private static final List<Pattern> PATTERNS = List.of(
            // Mr. Brown, Ms Ortiz
            Pattern.compile("\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sr|Sra|Señor|Señora|Principal|Coach)\\.? \\p{Lu}\\p{Ll}+"),
            // Ana forgot, Luis Ortega did not
            Pattern.compile("\\b(?!" + NO_NAME + "\\b)\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)? " + BLAME + "\\b"),
            // she forgot, he should have
            Pattern.compile("\\b(?i:she|he) " + BLAME + "\\b"),
            // the clerk forgot
            Pattern.compile("\\b(?i:the|a|one|our) (?i:" + ROLE + ") " + BLAME + "\\b"),
            // Ana's fault, her fault, the clerk's carelessness
            Pattern.compile(
                    "(?:[’']s|\\b(?i:her|his)) (?:own )?(?i:fault|carelessness|negligence|laziness|mistake)\\b"),
            // human error: a verdict about people, not a factor
            Pattern.compile("\\b(?i:human error|user error|operator error)\\b"));

    private static final String HINT =
            "This may read as if a person were the cause. Ask what made it possible, and what"
                    + " would have happened to anybody else in that place; say it in those words if you can.";

    private PersonAsCause() {}

    /**
     * What might be said otherwise.
     *
     * @param field the place of the text in the request; the text itself is not repeated
     */
    @Schema(name = "Hint")
    record Hint(String field, String hint) {}

    /** Whether a text reads like that. */
    static boolean isNamedIn(String text) {
        return text != null
                && PATTERNS.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** Collects hints along a request. */
    static final class Hints {
        private final List<Hint> hints = new ArrayList<>();

        Hints look(String field, String text) {
            if (isNamedIn(text)) {
                hints.add(new Hint(field, HINT));
            }
            return this;
        }

        Hints look(String field, List<String> texts) {
            for (int i = 0; texts != null && i < texts.size(); i++) {
                look("%s[%d]".formatted(field, i), texts.get(i));
            }
            return this;
        }

        /** Null when there is nothing to say. */
        List<Hint> found() {
            return hints.isEmpty() ? null : List.copyOf(hints);
        }
    }
}
