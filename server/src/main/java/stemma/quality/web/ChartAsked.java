package stemma.quality.web;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.identifiers.ItemCode;
import stemma.quality.ControlChart;
import stemma.quality.ControlCharts;
import stemma.quality.Quality;
import stemma.shell.Address;

/** Of which characteristic a chart is asked, over how many of the latest lots. */
public record ChartAsked(
        @Nullable String item,
        @Nullable String characteristic,
        @Nullable Integer most) {

    ControlChart of(ControlCharts charts, Caller caller) {
        return charts.chart(
                Quality.seenBy(caller),
                new ItemCode(BlockedAsked.shown(item)),
                BlockedAsked.shown(characteristic),
                lots());
    }

    /** Returns over how many lots at most. */
    public int lots() {
        return most == null ? ControlCharts.USUAL : Math.clamp(most, 2, ControlCharts.MOST);
    }

    /** Returns the address of a chart, or of its file. */
    public static String address(String path, ItemCode item, String characteristic) {
        return path + "?item=" + Address.encoded(item.code()) + "&characteristic="
                + Address.encoded(characteristic);
    }
}
