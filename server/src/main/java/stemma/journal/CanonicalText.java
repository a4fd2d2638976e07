package stemma.journal;

import java.util.Arrays;

/** UTF-8 being written in the form of RFC 8785: what may stand as it is, stands as it is. */
final class CanonicalText {
    private static final byte[] HEX =
            "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[512];
    private int length;

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Adds ASCII that needs no escaping. */
    CanonicalText raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) bytes[length++] = (byte) ascii.charAt(i);
        return this;
    }

    /** Adds a quoted string; refuses half a surrogate pair, which UTF-8 cannot hold. */
    CanonicalText string(String text) {
        room(2 + 6 * text.length());
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) ascii(c);
            else if (c < 0x800) two(c);
            else if (!Character.isSurrogate(c)) three(c);
            else four(pair(text, i++));
        }
        bytes[length++] = '"';
        return this;
    }

    private static int pair(String text, int at) {
        int point = text.codePointAt(at);
        if (Character.isSupplementaryCodePoint(point)) return point;
        throw new MalformedJson(
                "json_lone_surrogate",
                "a text holds half a surrogate pair at character " + (at + 1));
    }

    private void ascii(char c) {
        switch (c) {
            case '"' -> escaped('"');
            case '\\' -> escaped('\\');
            case '\b' -> escaped('b');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\f' -> escaped('f');
            case '\r' -> escaped('r');
            default -> {
                if (c >= 0x20) bytes[length++] = (byte) c;
                else control(c);
            }
        }
    }

    private void escaped(char c) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) c;
    }

    private void control(char c) {
        raw("\\u00");
        bytes[length++] = HEX[c >> 4];
        bytes[length++] = HEX[c & 0xf];
    }

    private void two(char c) {
        bytes[length++] = (byte) (0xc0 | c >> 6);
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }

    private void three(char c) {
        bytes[length++] = (byte) (0xe0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }

    private void four(int point) {
        bytes[length++] = (byte) (0xf0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        bytes[length++] = (byte) (0x80 | point & 0x3f);
    }

    private void room(int more) {
        if (bytes.length - length < more)
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
}
