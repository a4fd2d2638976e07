package stemma.printing;

import java.util.Locale;

/**
 * The colours of a plate by what they mean: as on paper here, and on a page as the light of the
 * screen has them. Every ink is read on every ground that it stands on with a contrast of 4.5.
 */
public enum Paint {
    NONE(""),
    PAPER("#ffffff"),
    SURFACE("#ffffff"),
    LANE("#f5f4f0"),
    LINE("#d6d3c9"),
    EDGE("#857f72"),
    INK("#1b2023"),
    INK_2("#474d52"),
    INK_3("#62676c"),
    ACCENT("#0c5a61"),
    ACCENT_SOFT("#e2efee"),
    GOOD("#155c37"),
    WAIT("#744900"),
    WAIT_SOFT("#fdf1d8"),
    STOP("#9c1c16"),
    STOP_SOFT("#fdeae8"),
    NOTE("#1b4c86"),
    PLUM("#6a2b78"),
    MUTE("#4d5358"),
    MUTE_SOFT("#eeece6");

    private final String onPaper;

    Paint(String onPaper) {
        this.onPaper = onPaper;
    }

    /** Returns its name in the style sheet of a page, such as {@code accent-soft}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the colour on paper as {@code #rrggbb}; empty for none. */
    String onPaper() {
        return onPaper;
    }

    /** Returns red, green and blue on paper, each from 0 to 1; the paint {@code NONE} has none. */
    float[] parts() {
        float[] parts = new float[3];
        for (int i = 0; i < parts.length; i++)
            parts[i] = Integer.parseInt(onPaper.substring(1 + 2 * i, 3 + 2 * i), 16) / 255f;
        return parts;
    }

    /** Returns the ink of a badge's tone. */
    public static Paint ofTone(String tone) {
        return switch (tone) {
            case "good" -> GOOD;
            case "wait" -> WAIT;
            case "stop" -> STOP;
            case "note" -> NOTE;
            case "plum" -> PLUM;
            default -> MUTE;
        };
    }
}
