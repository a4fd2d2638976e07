package stemma.verifier;

import java.math.BigDecimal;

/** An exact quantity with its unit of measure, written as a number, a space and the unit. */
record Amount(BigDecimal number, String unit) {
    private static final int MOST_DECIMALS = 9;

    /** Reads a quantity that is more than nothing. */
    static Amount of(String text) {
        int space = text.indexOf(' ');
        if (space < 1 || space == text.length() - 1)
            throw new Malformed("\"" + text + "\" is no quantity");
        BigDecimal number = number(text.substring(0, space));
        if (number.signum() <= 0 || number.scale() > MOST_DECIMALS)
            throw new Malformed("\"" + text + "\" is no quantity of material");
        return new Amount(number, text.substring(space + 1));
    }

    /** Reads a plain decimal number. */
    static BigDecimal number(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= '0' && c <= '9' || c == '.' || c == '-' && i == 0;
            if (!plain) throw new Malformed("\"" + text + "\" is no plain number");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            throw new Malformed("\"" + text + "\" is no plain number");
        }
    }

    @Override
    public String toString() {
        return number.toPlainString() + " " + unit;
    }
}
