package stemma.identifiers;

import java.util.List;

/**
 * The check digit that ends every GS1 key: weights 3 and 1 from the right, GS1 General
 * Specifications 7.9.
 */
public final class CheckDigit {
    private CheckDigit() {}

    /**
     * Returns the digits, or refuses a wrong length, a character that is no digit, a wrong last
     * digit.
     */
    static String checked(String what, String codeStem, String text, List<Integer> lengths) {
        String digits = text.strip();
        if (!digits.matches("[0-9]+") || !lengths.contains(digits.length())) {
            throw new MalformedIdentifier(
                    codeStem + "_invalid",
                    what + " \"" + digits + "\" needs " + worded(lengths) + " digits");
        }
        char last = digits.charAt(digits.length() - 1);
        char right = of(digits.substring(0, digits.length() - 1));
        if (last != right) {
            throw new MalformedIdentifier(
                    codeStem + "_check_digit",
                    what + " " + digits + " ends in " + last + ", should end in " + right);
        }
        return digits;
    }

    /** Returns the digit that belongs after the given digits. */
    public static char of(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int fromRight = digits.length() - 1 - i;
            sum += (digits.charAt(i) - '0') * (fromRight % 2 == 0 ? 3 : 1);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static String worded(List<Integer> lengths) {
        String all = lengths.toString();
        return all.substring(1, all.length() - 1).replaceFirst(", (\\d+)$", " or $1");
    }
}
