package stemma.verifier;

import java.math.BigDecimal;

/** An exact quantity with its unit of measure, written as a number, a space and the unit. */
record Amount(BigDecimal number, String unit) {
    private static final int MOST_DECIMALS = 9;
    private static final int EXACT_IN_LONG = 18;

    /** Reads a quantity that is more than nothing. */
    static Amount of(String text) {
        int space = text.indexOf(' ');
        if (space < 1 || space == text.length() - 1)
            throw new Malformed("\"" + text + "\" is no quantity");
        BigDecimal number = number(text, 0, space);
        if (number.signum() <= 0 || number.scale() > MOST_DECIMALS)
            throw new Malformed("\"" + text + "\" is no quantity of material");
        return new Amount(number, text.substring(space + 1));
    }

    /** Reads a plain decimal number. */
    static BigDecimal number(String text) {
        return number(text, 0, text.length());
    }

    private static BigDecimal number(String text, int from, int to) {
        long digits = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) point = i;
            else if (c >= '0' && c <= '9') digits = 10 * digits + c - '0';
            else if (c != '-' || i != from) throw noNumber(text);
        }
        boolean isNegative = from < to && text.charAt(from) == '-';
        int count = to - from - (isNegative ? 1 : 0) - (point < 0 ? 0 : 1);
        if (count < 1) throw noNumber(text);
        if (count > EXACT_IN_LONG) return new BigDecimal(text.substring(from, to));
        int decimals = point < 0 ? 0 : to - point - 1;
        return BigDecimal.valueOf(isNegative ? -digits : digits, decimals);
    }

    private static Malformed noNumber(String text) {
        return new Malformed("\"" + text + "\" is no plain number");
    }

    @Override
    public String toString() {
        return number.toPlainString() + " " + unit;
    }
}
