package stemma.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

class DigitalLinkTest {
    private static final String SITE = "https://id.example.com";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(01)09520123456788(10)A/1(21)7 | /01/09520123456788/10/A%2F1/21/7",
                "(10)A(17)270131(01)09520123456788 | /01/09520123456788/10/A?17=270131",
                "(01)09520123456788(235)X | /01/09520123456788/235/X",
                "(00)952012345678912345(37)25 | /00/952012345678912345?37=25",
            })
    void what_is_written_is_read_again(String elements, String path) {
        ElementString string = read(ElementReading.bracketed(elements));
        String address = DigitalLink.written(SITE, string);
        assertThat(address).isEqualTo(SITE + path);
        assertThat(read(DigitalLink.read(address, Set.of())).elements())
                .containsExactlyInAnyOrderElementsOf(string.elements());
    }

    @Test
    void a_link_needs_a_key() {
        ElementString string = read(ElementReading.bracketed("(10)A"));
        assertThatThrownBy(() -> DigitalLink.written(SITE, string))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ElementString read(Reading reading) {
        return ((Reading.Read) reading).elements();
    }
}
