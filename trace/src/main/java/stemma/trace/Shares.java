package stemma.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of the roots is in each lot reached, in the roots' unit, and how much is in no lot. All
 * that is expected to be left in lots, lost and between lots is what the roots were. It does not
 * change while the index goes on.
 */
public final class Shares {
    private final View view;
    private final NodeSet reached;
    private final int[] nodes;
    private final Held all;
    private final Map<Span, Double> apart;
    private final double total;
    private double lost;
    private double between;
    private volatile Map<Long, List<Units>> byLot = Map.of();

    /** Units that no link tells apart, and what is in them, not yet bounded by what there is. */
    private record Units(Span units, Share share) {}

    private Shares(
            View view, NodeSet reached, int[] nodes, Held all, Sources sources, double circling) {
        this.reached = reached;
        this.view = view;
        this.nodes = nodes;
        this.all = all;
        this.apart = sources.apart();
        this.total = sources.total();
        this.between = circling;
        Labels labels = view.labels();
        forEachSlot((slot, node) -> {
            int kind = labels.kind(node);
            if (kind <= Labels.WIDE) return;
            if (kind == Labels.LOST) lost += all.get(slot, Held.LIKELY);
            else between += all.left()[slot];
        });
    }

    private interface Slot {
        void of(int slot, int node);
    }

    private void forEachSlot(Slot told) {
        if (nodes.length == 0) reached.forEach(node -> told.of(node, node));
        else for (int slot = 0; slot < nodes.length; slot++) told.of(slot, nodes[slot]);
    }

    /** Apportions the roots over what they reach, themselves included. */
    static Shares of(View view, NodeSet reached, Slots slots, List<Sources.Found> roots) {
        Kinship kinship = new Kinship(view);
        Held held = new Held(slots.of(reached, view.nodes()).count(), view.hasParts());
        Births births = new Births(view, slots, kinship, held);
        Parting parting = new Parting(view, slots, births, kinship);
        Sources sources = new Sources(view, slots, roots);
        sources.ask(births, view.labels());
        Apportionment all = new Apportionment(view, slots, births, parting, sources, held);
        all.run();
        return new Shares(view, reached, slots.nodes(), held, sources, all.circling());
    }

    /** Takes units of a lot that no link tells apart, and what is in them together. */
    public interface Told {
        void of(Span units, Share share);
    }

    /** Tells of all units reached, each once. */
    public void forEach(Told told) {
        each((units, share) -> told.of(units, share.upTo(total)));
    }

    private void each(Told told) {
        Kinship kinship = new Kinship(view);
        Labels labels = view.labels();
        forEachSlot((slot, node) -> {
            if (labels.isCell(node) && !kinship.isCut(node))
                told.of(labels.span(node), all.share(slot));
        });
        apart.forEach((units, quantity) ->
                told.of(units, new Share(quantity, quantity, quantity, quantity)));
    }

    /**
     * Returns what is in these units; of units that no link tells apart each has an even part. At
     * least and at most are added up over parts of a lot that links tell apart. Asked for the first
     * time it sorts all by lot.
     */
    public Share of(Span units) {
        if (byLot.isEmpty()) byLot = sorted();
        Share held = Share.NONE;
        for (Units each : byLot.getOrDefault(units.lot(), List.of())) {
            Span of = each.units();
            long both =
                    Math.min(of.last(), units.last()) - Math.max(of.first(), units.first()) + 1L;
            if (both > 0) held = held.and(each.share().part((double) both / of.units()));
        }
        return held.upTo(total);
    }

    private Map<Long, List<Units>> sorted() {
        Map<Long, List<Units>> sorted = new TreeMap<>();
        each((units, share) -> sorted.computeIfAbsent(units.lot(), _ -> new ArrayList<>(1))
                .add(new Units(units, share)));
        return sorted;
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
}
