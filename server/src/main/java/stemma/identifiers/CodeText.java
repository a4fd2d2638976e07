package stemma.identifiers;

import java.text.Normalizer;
import java.util.Locale;

/** The rules every code keeps: not empty, bounded, no control or invisible character. */
final class CodeText {
    private static final int MAX_LENGTH = 80;
    private static final char FIRST_PRINTED = ' ';
    private static final char LAST_PRINTED = '~';
    private static final char LAST_OF_ASCII = 0x7F;

    private CodeText() {}

    /** Returns the text unchanged, or refuses it and says which character stands where. */
    static String checked(String what, String text) {
        if (text.isBlank()) throw new MalformedIdentifier("identifier_missing", what + " is empty");
        if (text.length() > MAX_LENGTH) {
            throw new MalformedIdentifier(
                    "identifier_too_long", what + " is longer than " + MAX_LENGTH + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_PRINTED && c <= LAST_PRINTED) continue;
            int point = text.codePointAt(i);
            if (isIllegal(point)) {
                throw new MalformedIdentifier(
                        "illegal_character",
                        String.format(
                                Locale.ROOT,
                                "%s has the character U+%04X at position %d",
                                what,
                                point,
                                i + 1));
            }
            if (Character.isSupplementaryCodePoint(point)) i++;
        }
        return text;
    }

    /** Returns the form by which two spellings of one code meet: NFC, trimmed, upper case. */
    static String normal(String text) {
        if (isNormal(text)) return text;
        // What is ASCII throughout is composed already.
        String composed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return composed.strip().toUpperCase(Locale.ROOT);
    }

    /** Most codes are written as they are compared, and many are asked. */
    private static boolean isNormal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= FIRST_PRINTED || c > LAST_PRINTED || c >= 'a' && c <= 'z') return false;
        }
        return true;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > LAST_OF_ASCII) return false;
        return true;
    }

    private static boolean isIllegal(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
