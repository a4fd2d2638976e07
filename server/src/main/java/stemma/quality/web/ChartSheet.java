package stemma.quality.web;

import stemma.quality.Characteristic;
import stemma.quality.ControlChart;
import stemma.quality.ControlLimits;
import stemma.quality.ControlPoint;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** A control chart as a table for spreadsheets. */
final class ChartSheet {
    static final List<String> HEADINGS = List.of(
            "no.",
            "lots",
            "inspection",
            "occasion",
            "measured at",
            "value",
            "unit",
            "samples",
            "moving range",
            "mean",
            "lower control limit",
            "upper control limit",
            "lower limit",
            "upper limit",
            "standing");

    private ChartSheet() {}

    static List<List<String>> rows(ControlChart chart) {
        return chart.points().stream().map(point -> cells(chart, point)).toList();
    }

    private static List<String> cells(ControlChart chart, ControlPoint point) {
        Characteristic one = chart.characteristic();
        Function<Function<ControlLimits, BigDecimal>, String> figure =
                of -> chart.limits().map(of).map(chart::shown).orElse("");
        return List.of(
                Integer.toString(point.number()),
                point.lots(),
                point.inspection().id().toString(),
                point.inspection().occasion().word(),
                point.at().toString(),
                chart.value(point),
                one.unit(),
                Integer.toString(point.samples()),
                point.range() == null ? "" : chart.shown(point.range()),
                figure.apply(ControlLimits::mean),
                figure.apply(ControlLimits::lower),
                figure.apply(ControlLimits::upper),
                ResultField.text(one.lower()),
                ResultField.text(one.upper()),
                point.words());
    }
}
