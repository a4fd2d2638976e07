package stemma.shell;

/** How a number is shown: decimal text with its thousands grouped, nothing rounded. */
public final class Figure {
    private Figure() {}

    /** Returns {@code 11,640.5} for {@code 11640.5}; text that is no plain decimal is unchanged. */
    public static String grouped(String decimal) {
        int start = decimal.startsWith("-") ? 1 : 0;
        int point = decimal.indexOf('.');
        int end = point < 0 ? decimal.length() : point;
        for (int i = start; i < end; i++) {
            if (!Character.isDigit(decimal.charAt(i))) return decimal;
        }
        StringBuilder text = new StringBuilder(decimal);
        for (int i = end - 3; i > start; i -= 3) text.insert(i, ',');
        return text.toString();
    }

    public static String grouped(long count) {
        return grouped(Long.toString(count));
    }
}
