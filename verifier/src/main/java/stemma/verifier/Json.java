package stemma.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads canonical JSON (RFC 8785) and refuses every other spelling: no blanks, members in the order
 * of their names and none twice, the fewest escapes, whole numbers within ±(2^53 − 1). Gives texts,
 * {@link Long}s, {@link Boolean}s, lists, {@link Fields} and {@link #NONE}.
 */
final class Json {
    /** What null is read as; no member of an event may be it. */
    static final Object NONE = Optional.empty();

    private static final int DEEPEST = 64;
    private static final long LARGEST = (1L << 53) - 1;
    private static final int MOST_DIGITS = 16;

    private final byte[] bytes;
    private final int end;
    private int at;

    private Json(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Reads the one object that the bytes from one place up to another are. */
    static Fields object(byte[] bytes, int from, int end) {
        Json json = new Json(bytes, from, end);
        if (json.next() != '{') throw json.refused("an object begins here");
        Fields object = json.object(1);
        if (json.at != end) throw json.refused("something follows the object");
        return object;
    }

    /** Begins an object of which all members are known beforehand, and are read one by one. */
    static Json members(byte[] bytes, int from, int end) {
        Json json = new Json(bytes, from, end);
        json.expect('{');
        return json;
    }

    /** Says whether the next member is called so; its name is ASCII. */
    boolean has(String name) {
        int begins = at + (bytes[at - 1] == '{' ? 1 : 2);
        int ends = begins + name.length();
        if (ends >= end || bytes[begins - 1] != '"' || bytes[ends] != '"') return false;
        for (int i = begins; i < ends; i++) if (bytes[i] != name.charAt(i - begins)) return false;
        return true;
    }

    /** Reads the text of the next member, which is called so. */
    String text(String name) {
        enter(name);
        return text();
    }

    /** Passes over the text of the next member, which is called so. */
    void pass(String name) {
        enter(name);
        int ends = Bytes.plainUntil(bytes, at, end);
        if (ends < end && bytes[ends] == '"') at = ends + 1;
        else text();
    }

    /** Ends the object whose members were read. */
    void end() {
        expect('}');
        if (at != end) throw refused("something follows the object");
    }

    private void enter(String name) {
        if (!has(name)) throw refused("the member \"" + name + "\" is missing");
        if (bytes[at - 1] != '{') expect(',');
        at += name.length() + 2;
        expect(':');
        expect('"');
    }

    private Object value(int depth) {
        if (depth > DEEPEST) throw refused("deeper than " + DEEPEST + " levels");
        byte first = next();
        return switch (first) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> text();
            case 't' -> word("rue", true);
            case 'f' -> word("alse", false);
            case 'n' -> word("ull", NONE);
            default -> number(first);
        };
    }

    private Fields object(int depth) {
        Fields object = new Fields();
        if (peek() == '}') {
            at++;
            return object;
        }
        String before = null;
        while (true) {
            expect('"');
            String name = text();
            if (before != null && before.compareTo(name) >= 0)
                throw refused("the member \"" + name + "\" is out of order");
            expect(':');
            object.add(name, value(depth + 1));
            before = name;
            byte after = next();
            if (after == '}') return object;
            if (after != ',') throw refused("a comma or the end of the object stands here");
        }
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            list.add(value(depth + 1));
            byte after = next();
            if (after == ']') return list;
            if (after != ',') throw refused("a comma or the end of the list stands here");
        }
    }

    private Object word(String rest, Object value) {
        for (int i = 0; i < rest.length(); i++) expect(rest.charAt(i));
        return value;
    }

    private Long number(byte first) {
        int from = at - 1;
        boolean negative = first == '-';
        int digits = negative ? at : from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') at++;
        int count = at - digits;
        boolean leads = count > 1 && bytes[digits] == '0';
        boolean begins = negative || first >= '0' && first <= '9';
        if (!begins || count < 1 || count > MOST_DIGITS || leads)
            throw refused("no value of canonical JSON");
        long number = 0;
        for (int i = digits; i < at; i++) number = 10 * number + bytes[i] - '0';
        if (number > LARGEST || negative && number == 0) throw refused("no exact number");
        return negative ? -number : number;
    }

    /** Reads a text behind its opening quote. */
    private String text() {
        int from = at;
        boolean plain = true;
        at = Bytes.plainUntil(bytes, at, end);
        while (at < end) {
            byte one = bytes[at];
            if (one == '"') {
                String text =
                        plain ? new String(bytes, from, at - from, ISO_8859_1) : decoded(from, at);
                at++;
                return text;
            }
            if (one == '\\') return escaped(from);
            if (one >= 0 && one < ' ') throw refused("a control character stands unescaped");
            if (one < 0) plain = false;
            at++;
        }
        throw refused("a text has no end");
    }

    private String escaped(int from) {
        StringBuilder text = new StringBuilder(decoded(from, at));
        int raw = at;
        while (at < end) {
            byte one = bytes[at];
            if (one == '"' || one == '\\') {
                text.append(decoded(raw, at++));
                if (one == '"') return text.toString();
                text.append(escape());
                raw = at;
            } else {
                if (one >= 0 && one < ' ') throw refused("a control character stands unescaped");
                at++;
            }
        }
        throw refused("a text has no end");
    }

    private char escape() {
        byte letter = next();
        return switch (letter) {
            case '"', '\\' -> (char) letter;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control();
            default -> throw refused("an escape that nothing needs");
        };
    }

    private char control() {
        expect('0');
        expect('0');
        int high = next() - '0';
        byte last = next();
        int low = last >= '0' && last <= '9' ? last - '0' : last - 'a' + 10;
        boolean hex =
                high >= 0 && high <= 1 && low >= 0 && low < 16 && (last <= '9' || last >= 'a');
        char one = (char) (16 * high + low);
        if (!hex || "\b\t\n\f\r".indexOf(one) >= 0) throw refused("an escape that nothing needs");
        return one;
    }

    private String decoded(int from, int to) {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw refused("a text that is not UTF-8");
        }
    }

    private byte peek() {
        if (at >= end) throw refused("the document ends too soon");
        return bytes[at];
    }

    private byte next() {
        byte one = peek();
        at++;
        return one;
    }

    private void expect(char wanted) {
        if (next() != wanted) throw refused("'" + wanted + "' is missing");
    }

    private Malformed refused(String sentence) {
        return new Malformed("no canonical JSON: " + sentence);
    }
}
