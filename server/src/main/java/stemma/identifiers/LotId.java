package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Our own permanent key of a lot: the event of its birth and its ordinal in it. The units of a
 * serial block have consecutive ordinals, so a unit is a lot of exactly one with a LotId of its
 * own. Never printed, never reused.
 */
public record LotId(EventId birth, int ordinal) implements Comparable<LotId> {
    private static final String FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    private static final int LONGEST_ORDINAL = 9;

    public LotId {
        if (ordinal < 0)
            throw new MalformedIdentifier("lot_id_invalid", "an ordinal is not negative");
    }

    @JsonCreator
    public static LotId of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) throw invalid(text);
        try {
            return new LotId(
                    EventId.of(text.substring(0, slash)),
                    Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException notANumber) {
            throw invalid(text);
        }
    }

    /** Says whether the text has the form of a LotId, rather than of a lot number. */
    public static boolean looksLike(String text) {
        int slash = FORM.length();
        if (text.length() <= slash + 1 || text.length() > slash + 1 + LONGEST_ORDINAL) return false;
        for (int i = 0; i < slash; i++) if (!fits(text.charAt(i), FORM.charAt(i))) return false;
        for (int i = slash + 1; i < text.length(); i++) if (!isDigit(text.charAt(i))) return false;
        return text.charAt(slash) == '/';
    }

    private static boolean fits(char c, char form) {
        return form == '-' ? c == '-' : isDigit(c) || c >= 'a' && c <= 'f';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static MalformedIdentifier invalid(String text) {
        return new MalformedIdentifier("lot_id_invalid", "\"" + text + "\" is not a lot id");
    }

    @Override
    public int compareTo(LotId other) {
        int byBirth = birth.compareTo(other.birth);
        return byBirth != 0 ? byBirth : Integer.compare(ordinal, other.ordinal);
    }

    @JsonValue
    @Override
    public String toString() {
        return birth + "/" + ordinal;
    }
}
