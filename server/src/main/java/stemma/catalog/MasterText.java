package stemma.catalog;

/** The rules that names and other free text keep: present, bounded, no control character. */
final class MasterText {
    private static final int MAX_LENGTH = 200;

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

    private static boolean isIllegal(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || (type == Character.FORMAT && point != 0x200D);
    }
}
