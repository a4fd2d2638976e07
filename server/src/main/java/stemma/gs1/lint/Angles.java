package stemma.gs1.lint;

import java.util.Optional;

/**
 * Latitude and longitude in ten digits, General Specifications 3.8.7: degrees times 10,000,000,
 * counted from the south pole and from the date line.
 */
final class Angles {
    private static final int DIGITS = 10;
    private static final long MOST_LATITUDE = 1_800_000_000L;
    private static final long MOST_LONGITUDE = 3_600_000_000L;

    private Angles() {}

    static Optional<Fault> latitude(String text) {
        return angle(text, "latitude", MOST_LATITUDE);
    }

    static Optional<Fault> longitude(String text) {
        return angle(text, "longitude", MOST_LONGITUDE);
    }

    private static Optional<Fault> angle(String text, String what, long most) {
        if (text.length() != DIGITS) return Lint.whole(what + "_invalid_length", text);
        Optional<Fault> letter = CharacterSets.digits(text);
        if (letter.isPresent()) return letter;
        return Long.parseLong(text) > most ? Lint.whole("invalid_" + what, text) : Optional.empty();
    }
}
