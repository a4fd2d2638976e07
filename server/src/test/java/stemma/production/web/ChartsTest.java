package stemma.production.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import stemma.production.MassBalance;
import stemma.production.RunYield;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.List;

class ChartsTest {
    @ParameterizedTest
    @CsvSource({
        // in, out, lost, tolerance | out, lost, open as from+width | band | verdict
        "100 kg, 90 kg, 5 kg, 5, 0+900, 900+50, 950+50, 950+50, within the tolerance",
        "100 kg, 90 kg, 5 kg, 4, 0+900, 900+50, 950+50, 960+40, outside the tolerance",
        "100 kg, 100 kg, 0 kg, 0, 0+1000, 1000+0, 1000+0, 1000+0, all accounted for",
        "100 kg, 120 kg, 5 kg, 2, 0+960, 960+40, 800+200, 784+32, outside the tolerance",
        "100 kg, 99.999 kg, 0 kg, 1, 0+1000, 1000+0, 1000+2, 990+10, within the tolerance",
        "0 kg, 4 kg, 0 kg, 2, 0+1000, 1000+0, 0+1000, 0+0, outside the tolerance",
        "100 kg, 90 kg, 0 kg, , 0+900, 900+0, 900+100, 0+0, no tolerance is set"
    })
    void bars_of_a_balance_end_where_the_next_begins_and_the_rest_is_marked(
            String in,
            String out,
            String lost,
            @Nullable BigDecimal tolerance,
            String outBar,
            String lostBar,
            String openBar,
            String band,
            String verdict) {
        BalanceChart chart = BalanceChart.of(told(in, out, lost, null, tolerance));
        List<String> bars =
                chart.bars().stream().map(bar -> bar.from() + "+" + bar.width()).toList();
        assertThat(bars.subList(1, 4)).containsExactly(outBar, lostBar, openBar);
        assertThat(chart.allowed().from() + "+" + chart.allowed().width()).isEqualTo(band);
        assertThat(chart.verdict()).isEqualTo(verdict);
    }

    @Test
    void more_than_went_in_is_said_so() {
        BalanceChart chart =
                BalanceChart.of(told("100 kg", "120 kg", "0 kg", null, BigDecimal.ONE));
        assertThat(chart.bars().getLast().words()).isEqualTo("More than went in");
        assertThat(chart.bars().getLast().amount()).isEqualTo("20 kg");
        assertThat(chart.isOutside()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "90, 90, 0, AS_EXPECTED, 900, 900, 900+0",
        "88.2, 90, 2, AS_EXPECTED, 882, 900, 882+36",
        "88.1, 90, 2, LESS, 881, 900, 882+36",
        "92, 90, 2, MORE, 920, 900, 882+36",
        "150, 125, 0, MORE, 1000, 833, 833+0",
        "50, , 2, NOT_EXPECTED, 500, 0, 0+0"
    })
    void a_yield_is_held_against_what_the_recipe_expects(
            String out,
            @Nullable BigDecimal expected,
            BigDecimal tolerance,
            RunYield.Verdict verdict,
            int width,
            int mark,
            String band) {
        RunYield told = told("100 kg", out + " kg", "0 kg", expected, tolerance);
        YieldChart.Bar bar = YieldChart.of(List.of(told)).bars().getFirst();
        assertThat(told.verdict()).isEqualTo(verdict);
        assertThat(bar.width()).isEqualTo(width);
        assertThat(bar.mark()).isEqualTo(mark);
        assertThat(bar.bandFrom() + "+" + bar.bandWidth()).isEqualTo(band);
    }

    private static RunYield told(
            String in,
            String out,
            String lost,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal tolerance) {
        Quantity went = Quantity.of(in);
        Quantity came = Quantity.of(out);
        Quantity gone = Quantity.of(lost);
        return new RunYield(
                "R-1",
                new MassBalance.Sums(went, came, gone, went.minus(came).minus(gone)),
                expected,
                tolerance);
    }
}
