package stemma.gs1.lint;

import java.util.Optional;

/**
 * The characters that a component may hold: digits, sets 82, 39 and 64 of the GS1 General
 * Specifications 7.11, the last with its padding to a multiple of three.
 */
public final class CharacterSets {
    private static final String DIGITS = "0123456789";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String SET_82 = "!\"%&'()*+,-./:;<=>?_" + DIGITS + UPPER + LOWER;
    private static final String SET_39 = "#-/" + DIGITS + UPPER;
    private static final String SET_64 = "-_" + DIGITS + UPPER + LOWER;
    private static final int BASE64_GROUP = 3;

    private CharacterSets() {}

    /** Passes what holds digits only, the empty text too. */
    public static Optional<Fault> digits(String text) {
        return outside(DIGITS, "non_digit_character", text, text.length());
    }

    /** Passes what holds only the 82 characters of ISO 646 that GS1 allows. */
    public static Optional<Fault> set82(String text) {
        return outside(SET_82, "invalid_cset82_character", text, text.length());
    }

    /** Passes what holds only digits, capitals, {@code #}, {@code -} and {@code /}. */
    public static Optional<Fault> set39(String text) {
        return outside(SET_39, "invalid_cset39_character", text, text.length());
    }

    /** Passes base64url, with padding at its end only and only as much as it needs. */
    public static Optional<Fault> base64(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') end--;
        Optional<Fault> strange = outside(SET_64, "invalid_cset64_character", text, end);
        if (strange.isPresent() || end == text.length()) return strange;
        boolean isPadded = text.length() - end < BASE64_GROUP && text.length() % BASE64_GROUP == 0;
        return isPadded ? Optional.empty() : Lint.at("invalid_cset64_padding", end, text.length());
    }

    /** Passes what holds at least one character that is no digit. */
    public static Optional<Fault> hasNonDigit(String text) {
        return digits(text).isPresent()
                ? Optional.empty()
                : Lint.whole("requires_non_digit_character", text);
    }

    private static Optional<Fault> outside(String set, String code, String text, int end) {
        for (int i = 0; i < end; i++)
            if (set.indexOf(text.charAt(i)) < 0) return Lint.at(code, i, i + 1);
        return Optional.empty();
    }
}
