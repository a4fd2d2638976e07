package stemma.quality.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.identifiers.Portion;
import stemma.quality.Characteristic;
import stemma.quality.ControlChart;
import stemma.quality.ControlCharts;
import stemma.quality.ControlPoint;

import java.util.LinkedHashMap;
import java.util.Map;

/** The control chart of a characteristic for programs: the figures that the page draws. */
@RestController
class ChartApi {
    private final ControlCharts charts;

    ChartApi(ControlCharts charts) {
        this.charts = charts;
    }

    @GetMapping("/api/v1/specifications/chart")
    Map<String, Object> chart(Caller caller, ChartAsked asked) {
        ControlChart chart = asked.of(charts, caller);
        Characteristic one = chart.characteristic();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("item", chart.specification().item().code());
        json.put("revision", chart.specification().revision());
        json.put("characteristic", one.name());
        json.put("unit", one.unit());
        if (one.lower() != null) json.put("lower", one.lower().toPlainString());
        if (one.upper() != null) json.put("upper", one.upper().toPlainString());
        json.put("total", chart.total());
        json.put("otherUnits", chart.otherUnits());
        chart.limits().ifPresent(limits -> {
            json.put("mean", chart.shown(limits.mean()));
            json.put("meanRange", chart.shown(limits.meanRange()));
            json.put("lowerControl", chart.shown(limits.lower()));
            json.put("upperControl", chart.shown(limits.upper()));
        });
        json.put(
                "points",
                chart.points().stream().map(point -> row(chart, point)).toList());
        return json;
    }

    private static Map<String, Object> row(ControlChart chart, ControlPoint point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("inspection", point.inspection().id().toString());
        json.put(
                "lots",
                point.inspection().lots().stream().map(Portion::toString).toList());
        json.put("at", point.at().toString());
        json.put("value", chart.value(point));
        json.put("samples", point.samples());
        if (point.range() != null) json.put("range", chart.shown(point.range()));
        json.put("standing", point.words());
        return json;
    }
}
