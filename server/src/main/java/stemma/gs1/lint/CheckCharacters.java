package stemma.gs1.lint;

import stemma.identifiers.CheckDigit;

import java.util.Optional;

/**
 * The characters that prove the others: the check digit of GS1 keys (General Specifications 7.9.1)
 * and the check pair of model numbers (7.9.5).
 */
final class CheckCharacters {
    private static final String PAIR_VALUES =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String PAIR_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int[] PRIMES = firstPrimes(97);
    private static final int PAIR_MODULUS = 1021;

    private CheckCharacters() {}

    static Optional<Fault> checkDigit(String text) {
        if (text.isEmpty()) return Lint.whole("too_short_for_check_digit", text);
        Optional<Fault> letter = CharacterSets.digits(text);
        if (letter.isPresent()) return letter;
        int last = text.length() - 1;
        return CheckDigit.of(text.substring(0, last)) == text.charAt(last)
                ? Optional.empty()
                : Lint.at("incorrect_check_digit", last, text.length());
    }

    static Optional<Fault> checkPair(String text) {
        int end = text.length() - 2;
        if (end < 0) return Lint.whole("too_short_for_check_pair", text);
        if (end > PRIMES.length) return Lint.whole("too_long_for_check_pair_implementation", text);
        Optional<Fault> strange = CharacterSets.set82(text.substring(0, end));
        if (strange.isPresent()) return strange;
        return text.substring(end).equals(pairOf(text.substring(0, end)))
                ? Optional.empty()
                : Lint.at("incorrect_check_pair", end, text.length());
    }

    /** Returns the two characters that belong after the text, which holds set 82 only. */
    private static String pairOf(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++)
            sum += PAIR_VALUES.indexOf(text.charAt(i)) * PRIMES[text.length() - 1 - i];
        int rest = sum % PAIR_MODULUS;
        int base = PAIR_CHARACTERS.length();
        return "" + PAIR_CHARACTERS.charAt(rest / base) + PAIR_CHARACTERS.charAt(rest % base);
    }

    private static int[] firstPrimes(int count) {
        int[] primes = new int[count];
        int found = 0;
        for (int n = 2; found < count; n++) {
            boolean isPrime = true;
            for (int i = 0; i < found && isPrime; i++) isPrime = n % primes[i] != 0;
            if (isPrime) primes[found++] = n;
        }
        return primes;
    }
}
