package stemma.gs1;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Text inside an address, RFC 3986: in a path a plus sign is a plus sign, behind the question mark
 * it is a space. A percent sign that begins no two hexadecimal digits stays as it is.
 */
public final class PercentText {
    private static final String PLAIN =
            "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SEQUENCE = 3;

    private PercentText() {}

    /** Returns the text as a part of a path. */
    public static String inPath(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (PLAIN.indexOf(character) >= 0) escaped.append(character);
            else escaped.append(String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return escaped.toString();
    }

    /** Returns the text as a value behind the question mark. */
    public static String inQuery(String text) {
        return inPath(text).replace("%20", "+");
    }

    /** Returns what a part of a path says, a character for each octet. */
    public static String ofPath(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < escaped.length(); at++) {
            if (isSequence(escaped, at)) {
                text.append((char) Integer.parseInt(escaped, at + 1, at + SEQUENCE, 16));
                at += SEQUENCE - 1;
            } else {
                text.append(escaped.charAt(at));
            }
        }
        return text.toString();
    }

    /** Returns what a value behind the question mark says. */
    public static String ofQuery(String escaped) {
        return ofPath(escaped.replace('+', ' '));
    }

    private static boolean isSequence(String text, int at) {
        return text.charAt(at) == '%'
                && at + SEQUENCE <= text.length()
                && isHexadecimal(text.charAt(at + 1))
                && isHexadecimal(text.charAt(at + 2));
    }

    private static boolean isHexadecimal(char character) {
        return character < 0x80 && Character.digit(character, 16) >= 0;
    }
}
