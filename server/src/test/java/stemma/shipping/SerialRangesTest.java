package stemma.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.identifiers.SerialNumber;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Tag("fast")
class SerialRangesTest {
    @Test
    void what_counts_up_is_a_range_and_the_rest_is_named() {
        assertThat(words("SN-01", "SN-02", "SN-03", "SN-05", "X", "Y9", "Y10"))
                .isEqualTo("SN-01 to SN-03, SN-05, X, Y9, Y10");
        assertThat(words("99999999999999999999", "A1")).isEqualTo("99999999999999999999, A1");
        assertThat(words("7")).isEqualTo("7");
        assertThat(SerialRanges.words(List.of())).isEmpty();
    }

    @Test
    void too_many_to_name_are_counted_and_said_so() {
        List<SerialNumber> odd = IntStream.range(0, 6_000)
                .mapToObj(i -> new SerialNumber("R" + 2 * i))
                .toList();
        assertThat(SerialRanges.words(odd)).startsWith("6000 units");
    }

    private static String words(String... serials) {
        return SerialRanges.words(Stream.of(serials).map(SerialNumber::new).toList());
    }
}
