package stemma.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Texts are numbered as a map numbers them, and those that are not there have no number. */
class TextsTest {
    @Test
    void each_text_has_one_number_however_many_there_are() {
        Random random = new Random(3);
        Texts texts = new Texts();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String text =
                    "run:" + (random.nextInt(2) == 0 ? "R\u00e4-" : "") + random.nextInt(6_000);
            assertThat(texts.known(text)).isEqualTo(expected.getOrDefault(text, -1));
            Integer number = expected.computeIfAbsent(text, _ -> expected.size());
            assertThat(texts.number(text)).as(text).isEqualTo(number);
        }
        assertThat(texts.known("")).isEqualTo(-1);
        assertThat(texts.number("")).isEqualTo(expected.size());
        assertThat(texts.known("")).isEqualTo(expected.size());
        assertThat(texts.bytes()).isPositive();
    }
}
