package stemma.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.Random;

class Gs1KeysTest {
    @Test
    void a_wrong_check_digit_says_which_would_be_right() {
        MalformedIdentifier refused =
                assertThrows(MalformedIdentifier.class, () -> Gtin.of("4006381333937"));
        assertEquals("gtin_check_digit", refused.code());
        assertEquals("a GTIN 4006381333937 ends in 7, should end in 1", refused.getMessage());
    }

    @Test
    void a_gtin_of_any_length_has_one_fourteen_digit_form() {
        assertEquals("00012345678905", Gtin.of(" 012345678905 ").digits());
        assertEquals(Gtin.of("4006381333931"), Gtin.of("04006381333931"));
        assertEquals("00000096385074", Gtin.of("96385074").digits());
    }

    @Test
    void gln_and_sscc_are_checked_alike() {
        assertEquals("gln_check_digit", code(() -> Gln.of("0614141000013")));
        assertEquals("0614141000012", Gln.of("0614141000012").digits());
        assertEquals("sscc_check_digit", code(() -> Sscc.of("106141412345678907")));
        assertEquals("106141412345678908", Sscc.of("106141412345678908").digits());
    }

    @Test
    void a_key_of_the_wrong_length_or_with_letters_is_invalid() {
        assertEquals("gtin_invalid", code(() -> Gtin.of("12345")));
        assertEquals("gln_invalid", code(() -> Gln.of("061414100001X")));
        assertEquals("sscc_invalid", code(() -> Sscc.of("")));
        assertEquals("gtin_invalid", code(() -> Gtin.of("４００６３８１３３３９３１")));
    }

    @Test
    void any_single_wrong_digit_is_caught() {
        Random random = new Random(7741);
        for (int round = 0; round < 1_000; round++) {
            String stem = String.format("%017d", random.nextLong(100_000_000_000_000_000L));
            String good = stem + CheckDigit.of(stem);
            assertEquals(good, Sscc.of(good).digits());
            int at = random.nextInt(18);
            int wrong = (good.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
            String bad = good.substring(0, at) + wrong + good.substring(at + 1);
            assertEquals("sscc_check_digit", code(() -> Sscc.of(bad)));
        }
    }

    private static String code(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(MalformedIdentifier.class, act).code();
    }
}
