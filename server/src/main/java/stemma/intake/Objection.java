package stemma.intake;

import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.shell.Problem;

import java.util.Locale;

/**
 * One thing that stands against an event: the stable code, the element at fault, a plain sentence,
 * and whether the event may be stated as a fact all the same.
 */
public record Objection(String code, String element, String sentence, Remedy remedy) {

    /** What the person can do about it, the gravest last. */
    public enum Remedy {
        /** State it as a fact, with a reason. */
        REASON,
        /** State it as a fact, with a reason and a signature: a rule of quality is broken. */
        SIGNATURE,
        /** Only put the entry right: no fact is told by it as it is. */
        CORRECT
    }

    static Objection of(Violation violation) {
        Remedy remedy = switch (Rule.of(violation.code()).nature()) {
            case MALFORMED -> Remedy.CORRECT;
            case RECORD -> Remedy.REASON;
            case QUALITY -> Remedy.SIGNATURE;
        };
        return new Objection(violation.code(), violation.element(), violation.sentence(), remedy);
    }

    static Objection of(Problem problem) {
        String element = problem.details().getOrDefault("element", "");
        return new Objection(
                problem.code(), element, plain(problem.sentence(), element), Remedy.CORRECT);
    }

    /** A form shows the sentence beside its field, so that no path of the draft need be read. */
    private static String plain(String sentence, String element) {
        String path = element + ": ";
        boolean leads =
                !element.isEmpty() && sentence.regionMatches(true, 0, path, 0, path.length());
        return leads ? sentence.substring(path.length()) : sentence;
    }

    /** Returns the code in plain words, such as {@code lot is held}. */
    public String words() {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
