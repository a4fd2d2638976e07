package stemma.genealogy.store;

import stemma.database.AtOnce;
import stemma.genealogy.AsOf;
import stemma.genealogy.Span;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks for the links of one search in rounds, so that a round of several searches is one message:
 * what hangs on the lots, then what hangs on their runs and vessels, then on the runs from which or
 * to which material was carried over, however far.
 */
abstract sealed class AskedLinks {
    private static final AsOf NOW = AsOf.now();

    final LinksAtHand atHand = new LinksAtHand();
    final Collection<Span> reached;
    final Set<Long> runs = new HashSet<>();

    private AskedLinks(Collection<Span> reached) {
        this.reached = reached;
    }

    static AskedLinks of(LinksAtHand.Walk walk) {
        return switch (walk.direction()) {
            case FORWARD -> new Forward(walk.reached());
            case BACKWARD -> new Backward(walk.reached());
        };
    }

    abstract void begin(AtOnce message);

    /** Takes what was answered, and asks for what it leads to, if that is anything. */
    abstract void goOn(AtOnce message);

    /** Returns those of the runs that were not seen before. */
    List<Long> fresh(Collection<Long> of) {
        List<Long> fresh = new ArrayList<>();
        for (Long run : of) if (runs.add(run)) fresh.add(run);
        return fresh;
    }

    /** What leads from the lots to each other, where these are all that may contain some. */
    private static final class Forward extends AskedLinks {
        private Supplier<List<FedRow>> fed = List::of;
        private Supplier<List<YieldedRow>> yielded = List::of;
        private Supplier<List<FlowRow>> fills = List::of;
        private Supplier<List<FedIntoRow>> into = List::of;
        private Supplier<List<FlowRow>> draws = List::of;
        private Supplier<List<CarriedRow>> after = List::of;
        private boolean isOfLots = true;

        private Forward(Collection<Span> reached) {
            super(reached);
        }

        @Override
        void begin(AtOnce message) {
            fed = message.ask(LinkTable.askFedBy(reached, NOW));
            yielded = message.ask(LinkTable.askYielding(reached, NOW));
            fills = message.ask(VesselTable.askFillsOf(reached, NOW));
        }

        @Override
        void goOn(AtOnce message) {
            List<Long> fresh = isOfLots ? ofLots(message) : ofRuns();
            isOfLots = false;
            after = fresh.isEmpty() ? List::of : message.ask(RunTable.askAfter(fresh, NOW));
        }

        private List<Long> ofLots(AtOnce message) {
            List<Long> some = atHand.fed(fed.get());
            atHand.yielded(yielded.get());
            Set<FlowRow.Window> windows = atHand.flows(fills.get());
            if (!some.isEmpty()) into = message.ask(LinkTable.askOutputsOf(some));
            if (!windows.isEmpty()) draws = message.ask(VesselTable.askDrawsIn(windows, NOW));
            return fresh(fed.get().stream().map(FedRow::run).toList());
        }

        private List<Long> ofRuns() {
            atHand.into(into.get());
            atHand.others(draws.get());
            into = List::of;
            draws = List::of;
            after.get().forEach(atHand::after);
            return fresh(after.get().stream().map(CarriedRow::to).toList());
        }
    }

    /** What leads to the lots from each other, where these are all that some may contain. */
    private static final class Backward extends AskedLinks {
        private final Map<Long, FedRow> fed = new HashMap<>();
        private Supplier<List<YieldedRow>> yielded = List::of;
        private Supplier<List<FedRow>> forSome = List::of;
        private Supplier<List<FlowRow>> draws = List::of;
        private Supplier<List<FedRow>> inputs = List::of;
        private Supplier<List<FlowRow>> fills = List::of;
        private Supplier<List<CarriedRow>> before = List::of;
        private Supplier<List<FedIntoRow>> into = List::of;
        private boolean isOfLots = true;
        private boolean isOver;

        private Backward(Collection<Span> reached) {
            super(reached);
        }

        @Override
        void begin(AtOnce message) {
            yielded = message.ask(LinkTable.askYielding(reached, NOW));
            forSome = message.ask(LinkTable.askFedInto(reached, NOW));
            draws = message.ask(VesselTable.askDrawsOf(reached, NOW));
        }

        @Override
        void goOn(AtOnce message) {
            atHand.others(fills.get());
            fills = List::of;
            if (isOver) {
                atHand.into(into.get());
                into = List::of;
                return;
            }
            List<Long> fresh = isOfLots ? ofLots(message) : ofRuns();
            isOfLots = false;
            if (fresh.isEmpty()) {
                isOver = true;
                List<Long> some = atHand.fed(fed.values());
                if (!some.isEmpty()) into = message.ask(LinkTable.askOutputsOf(some));
            } else {
                before = message.ask(RunTable.askBefore(fresh, NOW));
                inputs = message.ask(LinkTable.askInputs(fresh, NOW));
            }
        }

        private List<Long> ofLots(AtOnce message) {
            atHand.yielded(yielded.get());
            take(forSome.get());
            Set<FlowRow.Window> windows = atHand.flows(draws.get());
            if (!windows.isEmpty()) fills = message.ask(VesselTable.askFillsIn(windows, NOW));
            return fresh(yielded.get().stream().map(YieldedRow::run).toList());
        }

        private List<Long> ofRuns() {
            take(inputs.get());
            before.get().forEach(atHand::before);
            return fresh(before.get().stream().map(CarriedRow::from).toList());
        }

        private void take(List<FedRow> rows) {
            rows.forEach(row -> fed.put(row.key(), row));
        }
    }
}
