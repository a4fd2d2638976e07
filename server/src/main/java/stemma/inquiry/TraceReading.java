package stemma.inquiry;

import stemma.genealogy.Direction;
import stemma.genealogy.Epoch;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedLink;
import stemma.genealogy.TracedRun;
import stemma.identifiers.ItemCode;
import stemma.lots.Lot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Chooses, orders and completes the rows of a trace; only the rows of the page cost queries. */
final class TraceReading {
    private final Trace trace;
    private final Names names;
    private final Map<Integer, Set<String>> through = new HashMap<>();

    /** The names are those of {@link #items}, where the query {@link #asksForNames}. */
    TraceReading(Trace trace, Names names) {
        this.trace = trace;
        this.names = names;
        boolean forward = trace.question().direction() == Direction.FORWARD;
        for (TracedLink link : trace.links()) {
            TraceNode maker = trace.nodes().get(forward ? link.from() : link.to());
            String name = maker(maker);
            if (name.isEmpty()) continue;
            through.computeIfAbsent(forward ? link.to() : link.from(), _ -> new LinkedHashSet<>())
                    .add(name);
        }
    }

    static Set<ItemCode> items(List<Trace> of) {
        Set<ItemCode> items = new LinkedHashSet<>();
        for (Trace trace : of) trace.lots().forEach(lot -> items.add(lot.lot().item()));
        return items;
    }

    /** Says whether the query chooses or orders by names of items. */
    static boolean asksForNames(TraceQuery query) {
        return !query.words().isEmpty() || query.order() == TraceQuery.Order.ITEM;
    }

    static String maker(TraceNode node) {
        return switch (node) {
            case TracedRun run -> run.id().code();
            case Epoch vessel -> "vessel " + vessel.vessel();
            case Reached _ -> "";
        };
    }

    List<Reached> matching(TraceQuery query) {
        List<String> words = query.words();
        return trace.lots().stream()
                .filter(lot -> words.isEmpty() || matches(lot, words))
                .sorted(order(query.order()))
                .toList();
    }

    private boolean matches(Reached reached, List<String> words) {
        Lot lot = reached.lot();
        String text = (lot.number() + " " + lot.item() + " " + names.item(lot.item()) + " "
                        + through.getOrDefault(reached.number(), Set.of()))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    private Comparator<Reached> order(TraceQuery.Order order) {
        Comparator<Reached> number = Comparator.comparing(Reached::number);
        return switch (order) {
            case GENERATION -> number;
            case ITEM ->
                Comparator.comparing((Reached r) -> names.item(r.lot().item()))
                        .thenComparing(number);
            case NUMBER ->
                Comparator.comparing((Reached r) -> r.lot().number().normal())
                        .thenComparing(number);
            case BORN ->
                Comparator.comparing((Reached r) -> r.lot().bornFrom()).thenComparing(number);
            case EVIDENCE ->
                Comparator.comparing(Reached::evidence).reversed().thenComparing(number);
        };
    }

    List<TraceRow> rows(List<Reached> page, Gathering gathering) {
        Accounts accounts = new Accounts(gathering, RunsSeen.in(trace), BoardMaking.reached(trace));
        KnownEnds ends = new KnownEnds(gathering);
        Map<Lot, Tally> tallies = new LinkedHashMap<>();
        List<TraceRow> rows = new ArrayList<>();
        for (Reached reached : page) {
            Lot lot = reached.lot();
            Tally tally = tallies.computeIfAbsent(lot, _ -> {
                Accounts.Account account = accounts.of(lot.unit(), List.of(lot));
                return Tally.of(lot.unit(), 1, account.came(), account.rows());
            });
            rows.add(new TraceRow(
                    reached,
                    gathering.line(lot),
                    List.copyOf(through.getOrDefault(reached.number(), Set.of())),
                    tally.stages(),
                    ends.of(reached)));
        }
        return rows;
    }
}
