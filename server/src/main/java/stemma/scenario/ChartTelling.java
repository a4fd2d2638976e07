package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.quality.ControlChart;
import stemma.quality.ControlCharts;
import stemma.quality.ControlPoint;
import stemma.shell.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a characteristic goes over the lots. */
final class ChartTelling {
    private ChartTelling() {}

    /** {@code chart resin acid}: the limits, then each lot with its range and standing. */
    static @Nullable Sentence read(Words words) {
        if (!words.take("chart")) return null;
        ItemCode item = new ItemCode(words.next("an item"));
        String name = words.next("a characteristic");
        return scene -> {
            try {
                return lines(scene.plant()
                        .controlCharts()
                        .chart(Optional.empty(), item, name, ControlCharts.USUAL));
            } catch (Refused refused) {
                return List.of("refused " + refused.problem().code());
            }
        };
    }

    private static List<String> lines(ControlChart chart) {
        List<String> lines = new ArrayList<>();
        lines.add(chart.limits()
                .map(limits -> "mean " + chart.shown(limits.mean()) + ", control limits "
                        + chart.limitWords() + ", mean range " + chart.shown(limits.meanRange())
                        + (chart.isProvisional() ? ", provisional" : ""))
                .orElse("no control limits"));
        if (chart.otherUnits() > 0) lines.add(chart.otherUnits() + " in another unit left out");
        for (ControlPoint point : chart.points())
            lines.add(point.number() + "  " + point.lots() + "  " + chart.value(point)
                    + (point.samples() > 1 ? " of " + point.samples() + " samples" : "")
                    + (point.range() == null ? "" : ", range " + chart.shown(point.range())) + ", "
                    + point.words());
        return lines;
    }
}
