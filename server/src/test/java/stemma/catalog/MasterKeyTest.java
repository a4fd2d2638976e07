package stemma.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of several codes: no two masters meet in one, and none is without a code that is empty. */
class MasterKeyTest {

    @ParameterizedTest
    @CsvSource({
        "'',      kg,     '',   /KG//",
        "flour,   kg,     lb,   FLOUR/KG/LB/",
        "a/b,     c,      '',   A\\/B/C//",
        "a,       b/c,    '',   A/B\\/C//",
        "'a\\',   b,      '',   A\\\\/B//"
    })
    void every_code_has_its_place(String first, String second, String third, String key) {
        assertThat(MasterKey.of(MasterKind.CONVERSION, first, second, third, "").normal())
                .isEqualTo(key);
    }
}
