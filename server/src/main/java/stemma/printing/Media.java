package stemma.printing;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Locale;

/** What labels are printed on: one by one from a roll, or as a sheet to be cut. */
public enum Media {
    ROLL("labels one by one", 0, 0),
    A4("sheets of A4", 210, 297),
    LETTER("sheets of Letter", 215.9, 279.4);

    private final String words;
    private final double width;
    private final double height;

    Media(String words, double width, double height) {
        this.words = words;
        this.width = width;
        this.height = height;
    }

    public String words() {
        return words;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    double width(LabelSize label) {
        return this == ROLL ? label.width() : width;
    }

    double height(LabelSize label) {
        return this == ROLL ? label.height() : height;
    }

    int columns(LabelSize label) {
        return Math.max(1, (int) (width(label) / label.width()));
    }

    int rows(LabelSize label) {
        return Math.max(1, (int) (height(label) / label.height()));
    }

    /** Reads its word; refuses any other with {@code choice_unknown}. */
    public static Media of(String word) {
        for (Media media : values()) if (media.word().equals(word)) return media;
        throw new Refused(Problem.of("choice_unknown", 422, "Labels go on a4, letter or roll.")
                .with("field", "media")
                .with("value", word));
    }
}
