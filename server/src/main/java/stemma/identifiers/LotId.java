package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.regex.Pattern;

/**
 * Our own permanent key of a lot: the event of its birth and its ordinal in it. The units of a
 * serial block have consecutive ordinals, so a unit is a lot of exactly one with a LotId of its
 * own. Never printed, never reused.
 */
public record LotId(EventId birth, int ordinal) implements Comparable<LotId> {
    private static final int SHORTEST = 36;
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/\\d{1,9}");

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
        boolean hasDash = text.length() > SHORTEST && text.charAt(8) == '-';
        return hasDash && FORM.matcher(text).matches();
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
