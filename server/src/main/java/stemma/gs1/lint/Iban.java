package stemma.gs1.lint;

import java.math.BigInteger;
import java.util.Optional;

/** The number of a bank account, ISO 13616: country, check digits that make 1 modulo 97. */
final class Iban {
    private static final int LEAST = 5;
    private static final int MOST = 34;
    private static final int HEAD = 4;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final String ALLOWED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Iban() {}

    static Optional<Fault> iban(String text) {
        if (text.length() < LEAST) return Lint.whole("iban_too_short", text);
        if (text.length() > MOST) return Lint.whole("iban_too_long", text);
        for (int i = 0; i < text.length(); i++)
            if (ALLOWED.indexOf(text.charAt(i)) < 0)
                return Lint.at("invalid_iban_character", i, i + 1);
        if (Countries.letters(text.substring(0, 2)).isPresent())
            return Lint.at("illegal_iban_country_code", 0, 2);
        return rest(text) == 1 ? Optional.empty() : Lint.at("incorrect_iban_checksum", 2, HEAD);
    }

    private static int rest(String text) {
        StringBuilder digits = new StringBuilder();
        (text.substring(HEAD) + text.substring(0, HEAD))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue();
    }
}
