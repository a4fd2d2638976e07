package stemma.inquiry.web;

import stemma.inquiry.HeldLot;
import stemma.inquiry.Holding;
import stemma.inquiry.Subject;
import stemma.ledger.Reach;
import stemma.stock.HeldLots;
import stemma.stock.Hold;

import java.util.List;

/** A page of the lots that one hold has marked, from one on. */
public record HeldPage(Hold hold, HeldLots.Count count, List<HeldLot> lots, int from) {
    public HeldPage {
        lots = List.copyOf(lots);
    }

    public boolean hasMore() {
        return lots.size() == Holding.PAGE;
    }

    /** Returns the address of the page that begins there. */
    public String at(int first) {
        String page = Subject.page("/holds", hold.code().code());
        return page + (page.contains("?") ? "&" : "?") + "from=" + Math.max(0, first);
    }

    public String before() {
        return at(from - Holding.PAGE);
    }

    public String after() {
        return at(from + lots.size());
    }

    /**
     * Returns the address of the proof that the lot descends from what the hold names; empty where
     * the hold names a place, which lots come to without descending from anything.
     */
    public String why(HeldLot lot) {
        String root = switch (hold.reach()) {
            case Reach.Family(var item, var number) ->
                "lot=" + Subject.encoded(number.text())
                        + (item == null ? "" : "&item=" + Subject.encoded(item.code()));
            case Reach.Sublot(var units) -> "id=" + Subject.encoded(units.toString());
            case Reach.Yield(var run) -> "root=" + Subject.encoded("run:" + run.code());
            case Reach.Touched(var resource, var window) ->
                "root="
                        + Subject.encoded(
                                "resource:" + resource + " " + window.from() + ".." + window.to());
            case Reach.Content _, Reach.Standing _ -> "";
        };
        return root.isEmpty()
                ? ""
                : "/trace/why?" + root + "&direction=forward&of="
                        + Subject.encoded(lot.units().toString());
    }
}
