package stemma.printing;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Locale;

/** Why a label is printed again; all but the last make the labels printed before dead. */
public enum ReprintReason {
    DAMAGED("damaged or not readable"),
    LOST("lost"),
    WRONG("wrong, or no longer true"),
    MORE("more are needed, the earlier ones stay good");

    private final String words;

    ReprintReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether the labels printed before must no longer be used. */
    public boolean replaces() {
        return this != MORE;
    }

    /** Reads its word; refuses any other with {@code choice_unknown}. */
    public static ReprintReason of(String word) {
        for (ReprintReason reason : values()) if (reason.word().equals(word)) return reason;
        throw new Refused(Problem.of(
                        "choice_unknown",
                        422,
                        "A label is printed again because it is damaged, lost or wrong, or because"
                                + " more are needed.")
                .with("field", "reason")
                .with("value", word));
    }
}
