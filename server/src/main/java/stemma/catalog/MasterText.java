package stemma.catalog;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** The rules that names and other free text keep: present, bounded, no control character. */
final class MasterText {
    private static final int MAX_LENGTH = 200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private MasterText() {}

    static String name(String text) {
        return checked("name", text);
    }

    static String checked(String field, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty())
            throw new MalformedMaster("name_missing", field, "the " + field + " is empty");
        if (stripped.length() > MAX_LENGTH) {
            throw new MalformedMaster(
                    "name_too_long",
                    field,
                    "the " + field + " is longer than " + MAX_LENGTH + " characters");
        }
        stripped.codePoints().filter(MasterText::isIllegal).findFirst().ifPresent(point -> {
            throw new MalformedMaster(
                    "illegal_character",
                    field,
                    String.format("the %s has the character U+%04X", field, point));
        });
        return stripped;
    }

    /** Returns the percentage without needless zeros; refused outside 0 to 100. */
    static BigDecimal percent(String field, BigDecimal percent) {
        BigDecimal plain = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        if (plain.signum() < 0 || plain.compareTo(HUNDRED) > 0 || plain.scale() > 6) {
            throw new MalformedMaster(
                    "tolerance_invalid",
                    field,
                    "a tolerance is 0 to 100 percent with at most 6 decimals");
        }
        return plain;
    }

    /** Refuses a number of days that nobody can have agreed. */
    static void days(String field, @Nullable Integer days) {
        if (days != null && (days < 0 || days > ItemPolicy.MAX_SHELF_LIFE_DAYS)) {
            throw new MalformedMaster(
                    "days_invalid",
                    field,
                    "a term is 0 to " + ItemPolicy.MAX_SHELF_LIFE_DAYS + " days");
        }
    }

    private static boolean isIllegal(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || (type == Character.FORMAT && point != 0x200D);
    }
}
