package stemma.scanning;

import java.util.Locale;

/** The three signals of a scan: go on, look, stop. */
public enum Tone {
    OK,
    CHECK,
    STOP;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
