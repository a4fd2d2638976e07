package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.Random;

class AmountTest {

    @Test
    void short_and_long_numbers_are_read_exactly() {
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = new BigDecimal(
                    new java.math.BigInteger(1 + random.nextInt(90), random), random.nextInt(10));
            if (random.nextBoolean()) number = number.negate();
            assertThat(Amount.number(number.toPlainString())).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "-.", "1..2", "1.2.3", "1-", "--1", "+1", "1e3", " 1", "٣"})
    void what_is_no_plain_number_is_refused(String text) {
        assertThatThrownBy(() -> Amount.number(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 kg", "-1 kg", "1", "1 ", " kg", "0.0000000001 kg"})
    void no_amount_of_material_is_nothing_less_or_finer_than_nine_decimals(String text) {
        assertThatThrownBy(() -> Amount.of(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void moments_are_rounded_to_the_microsecond_halves_to_the_even_one() {
        assertThat(Moment.of("1970-01-01T00:00:00.0000005Z").micros()).isZero();
        assertThat(Moment.of("1970-01-01T00:00:00.0000015Z").micros()).isEqualTo(2);
        assertThat(Moment.of("1970-01-01T00:00:00.000001501Z").micros()).isEqualTo(2);
        assertThat(Moment.of("1970-01-01T00:00:00.9999995Z").micros()).isEqualTo(1_000_000);
        assertThat(Moment.of("1970-01-01T00:00:01Z").micros()).isEqualTo(1_000_000);
    }
}
