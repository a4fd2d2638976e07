package stemma.nonconformance;

import java.util.Locale;

/** How bad it is, at worst: for a person, for the law, or for nobody. */
public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
