package stemma.scenario;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scenario calls material: a lot or serial number, or a range of serials; of which item, and
 * the how manieth of its family (from 1), where the number alone could mean several lots.
 */
record LotName(
        String number,
        @Nullable String last,
        int sublot,
        @Nullable String item) {
    private static final Pattern SUBLOT = Pattern.compile("(.+):(\\d{1,4})");

    /**
     * Reads {@code F-101}, {@code F-101:2}, {@code SN-001..SN-040}, each with {@code of ITEM} or
     * not.
     */
    static LotName read(Words words) {
        String text = words.next("a lot or serial number");
        int dots = text.indexOf("..");
        if (dots > 0) {
            return new LotName(text.substring(0, dots), text.substring(dots + 2), 0, item(words));
        }
        Matcher sublot = SUBLOT.matcher(text);
        return sublot.matches()
                ? new LotName(sublot.group(1), null, Integer.parseInt(sublot.group(2)), item(words))
                : new LotName(text, null, 0, item(words));
    }

    private static @Nullable String item(Words words) {
        return words.take("of") ? words.next("an item") : null;
    }

    /** Says whether one lot is meant rather than the family of the number. */
    boolean isOne() {
        return sublot > 0 || last != null;
    }

    @Override
    public String toString() {
        return number
                + (last == null ? "" : ".." + last)
                + (sublot == 0 ? "" : ":" + sublot)
                + (item == null ? "" : " of " + item);
    }
}
