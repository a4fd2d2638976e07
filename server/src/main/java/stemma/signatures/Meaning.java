package stemma.signatures;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Locale;

/** What a signer says by signing; the word stands in every display and print (21 CFR 11.50). */
public enum Meaning {
    DID,
    WITNESSED,
    REVIEWED,
    APPROVED,
    RELEASED,
    RESTRICTED,
    REJECTED,
    DISPOSED,
    HELD,
    LIFTED,
    CORRECTED,
    REPORTED,
    CERTIFIED,
    WITHDRAWN;

    /** Returns the word, such as {@code released}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word of a meaning; refuses any other with {@code meaning_unknown}. */
    public static Meaning of(String word) {
        for (Meaning meaning : values()) {
            if (meaning.word().equals(word)) return meaning;
        }
        throw new Refused(Problem.of("meaning_unknown", 422, "Nobody can sign in this meaning.")
                .with("meaning", word));
    }
}
