package stemma.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of the roots is in each lot reached, in the roots' unit, and how much is in no lot. All
 * that is expected to be left in lots, lost and between lots is what the roots were.
 */
public final class Shares {
    private final List<Held> held;
    private final double lost;
    private final double between;
    private final double total;

    private record Held(Span units, Share share) {}

    private Shares(List<Held> held, double lost, double between, double total) {
        this.held = held;
        this.lost = lost;
        this.between = between;
        this.total = total;
    }

    /** Takes units of a lot that no link tells apart, and what is in them together. */
    public interface Told {
        void of(Span units, Share share);
    }

    /** Tells of all units reached, each once. */
    public void forEach(Told told) {
        held.forEach(each -> told.of(each.units(), each.share().upTo(total)));
    }

    /**
     * Returns what is in these units; of units that no link tells apart each has an even part. At
     * least and at most are added up over parts of a lot that links tell apart.
     */
    public Share of(Span units) {
        Share all = Share.NONE;
        for (Held each : held) {
            Span of = each.units();
            if (of.lot() != units.lot()) continue;
            long both =
                    Math.min(of.last(), units.last()) - Math.max(of.first(), units.first()) + 1L;
            if (both > 0) all = all.and(each.share().part((double) both / of.units()));
        }
        return all.upTo(total);
    }

    /** Returns what is expected to be in losses of runs. */
    public double lost() {
        return lost;
    }

    /**
     * Returns what is expected to be in no lot and no loss: in runs that have not yielded yet, in
     * vessels, and in loops whose record lets nothing out.
     */
    public double between() {
        return between;
    }

    /** Apportions the roots over what they reach, themselves included. */
    static Shares of(View view, NodeSet reached, Slots slots, List<Sources.Found> roots) {
        Kinship kinship = new Kinship(view);
        Births births = new Births(view, slots.of(reached, view.nodes()), kinship);
        Parting parting = new Parting(view, slots, births, kinship);
        Sources sources = new Sources(view, slots, roots);
        sources.ask(births, view.labels());
        Apportionment all =
                new Apportionment(slots, births, parting, sources.bySlot(), sources.total());
        all.run();
        List<Held> held = new ArrayList<>();
        double lost = 0;
        double between = all.circling();
        Labels labels = view.labels();
        for (int slot = 0; slot < slots.count(); slot++) {
            int node = slots.node(slot);
            int kind = labels.kind(node);
            if (kind == Labels.LOST) lost += all.likely(slot);
            else if (kind > Labels.WIDE) between += all.left(slot);
            else if (!kinship.isCut(node)) held.add(new Held(labels.span(node), all.share(slot)));
        }
        sources.apart()
                .forEach((span, quantity) -> held.add(
                        new Held(span, new Share(quantity, quantity, quantity, quantity))));
        held.sort((a, b) -> a.units().compareTo(b.units()));
        return new Shares(held, lost, between, sources.total());
    }
}
