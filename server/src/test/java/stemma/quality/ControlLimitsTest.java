package stemma.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The limits of a control chart, against numbers worked out by hand. */
class ControlLimitsTest {
    /** Values; their mean, the mean of their ranges, and 2.660 of these to either side. */
    private static final String TABLE = """
            10 12 11 13 9          | 11    | 2.25 | 5.0150  | 16.9850
            10.0 10.0              | 10    | 0    | 10.0000 | 10.0000
            -1 1 -1 1              | 0     | 2    | -5.3200 | 5.3200
            4.1 4.3 4.2            | 4.2   | 0.15 | 3.8010  | 4.5990
            0.0001 0.0003          | 0.0002| 0.0002 | -0.0003 | 0.0007
            """;

    @Test
    void the_limits_are_three_deviations_from_the_mean_as_the_ranges_tell_them() {
        for (String line : TABLE.strip().split("\n", -1)) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            ControlLimits found = limits(cells.getFirst());
            assertThat(found.mean()).as(line).isEqualByComparingTo(cells.get(1));
            assertThat(found.meanRange()).as(line).isEqualByComparingTo(cells.get(2));
            assertThat(ControlLimits.shown(found.lower(), 4)).as(line).isEqualTo(cells.get(3));
            assertThat(ControlLimits.shown(found.upper(), 4)).as(line).isEqualTo(cells.get(4));
        }
    }

    /** The mean of thirds is not exact; nothing is rounded before it is compared. */
    @Test
    void values_that_are_all_alike_are_within_limits_of_no_width() {
        ControlLimits found = limits("4.123456789 4.123456789 4.123456789");
        assertThat(found.side(new BigDecimal("4.123456789"))).isZero();
        assertThat(found.side(new BigDecimal("4.123456790"))).isPositive();
        assertThat(found.side(new BigDecimal("4.123456788"))).isNegative();
    }

    @Test
    void a_single_value_has_no_limits() {
        assertThat(ControlLimits.of(List.of(BigDecimal.ONE))).isEmpty();
        assertThat(ControlLimits.of(List.of())).isEmpty();
    }

    private static ControlLimits limits(String values) {
        return ControlLimits.of(Arrays.stream(values.split(" ", -1))
                        .map(BigDecimal::new)
                        .toList())
                .orElseThrow();
    }
}
