package stemma.identifiers;

/**
 * The character printed beside a number that people may have to type: ISO 7064 MOD 37,36 over the
 * letters A to Z and digits of its normal form. It tells every single wrong character and nearly
 * every swap of two neighbours; dashes, spaces and other letters are passed over, as people do.
 */
public final class CheckCharacter {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = 36;

    private CheckCharacter() {}

    /** Returns the character that belongs to the number. */
    public static char of(String number) {
        int rest = MODULUS;
        for (char letter : CodeText.normal(number).toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) continue;
            rest = (rest + value) % MODULUS;
            if (rest == 0) rest = MODULUS;
            rest = rest * 2 % (MODULUS + 1);
        }
        return LETTERS.charAt((MODULUS + 1 - rest) % MODULUS);
    }
}
