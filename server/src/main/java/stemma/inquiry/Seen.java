package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Direction;
import stemma.genealogy.Epoch;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedLink;
import stemma.genealogy.TracedRun;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A trace as one moment knew it, by keys that mean the same in the trace of another moment. */
final class Seen {
    private static final String POOL = "pool:";

    /**
     * A link from one node to another: which units went along it, and how much where it is said.
     */
    static final class Course {
        final TraceNode from;
        final TraceNode to;
        final Set<Portion> units = new TreeSet<>();
        private final List<Quantity> quantities = new ArrayList<>();
        private boolean isSaid = true;

        Course(TraceNode from, TraceNode to) {
            this.from = from;
            this.to = to;
        }

        private void add(TracedLink link) {
            if (link.portion() != null) units.add(link.portion());
            if (link.quantity() == null) isSaid = false;
            else quantities.add(link.quantity());
        }

        /** Returns how much went along, nothing where a part of it is not said or it is units. */
        @Nullable
        Quantity quantity() {
            boolean isUnits = from instanceof Reached lot && lot.lot().isSerial()
                    || to instanceof Reached made && made.lot().isSerial();
            if (!isSaid || isUnits || quantities.isEmpty()) return null;
            return quantities.stream().reduce(Quantity::plus).orElseThrow();
        }
    }

    final Trace trace;
    final Board board;
    final Map<LotId, Lot> lots = new LinkedHashMap<>();
    final Map<LotId, List<Portion>> units;
    final Map<LotId, Tally> tallies = new HashMap<>();
    final Map<String, TraceNode> makers = new LinkedHashMap<>();
    final Map<String, Course> courses = new LinkedHashMap<>();

    Seen(Trace trace, Gathering gathering, Board board) {
        this.trace = trace;
        this.board = board;
        this.units = BoardMaking.reached(trace);
        Accounts accounts = new Accounts(gathering, RunsSeen.in(trace), Map.of());
        for (Reached reached : trace.lots()) {
            Lot lot = reached.lot();
            if (lots.putIfAbsent(lot.id(), lot) != null) continue;
            Accounts.Account account = accounts.of(lot.unit(), List.of(lot));
            tallies.put(lot.id(), Tally.of(lot.unit(), 1, account.came(), account.rows()));
        }
        for (TraceNode node : trace.nodes())
            if (!(node instanceof Reached)) makers.putIfAbsent(key(node), node);
        for (TracedLink link : trace.links()) {
            TraceNode from = trace.nodes().get(link.from());
            TraceNode to = trace.nodes().get(link.to());
            if (key(from).equals(key(to))) continue;
            courses.computeIfAbsent(course(from, to), _ -> new Course(from, to)).add(link);
        }
    }

    boolean isForward() {
        return trace.question().direction() == Direction.FORWARD;
    }

    /** Returns what the node is in every trace: a lot, a run whole or in part, or a vessel. */
    static String key(TraceNode node) {
        return switch (node) {
            case Reached lot -> lot.lot().id().toString();
            case TracedRun run -> run(run.id().code());
            case Epoch vessel -> vessel(vessel.vessel().code());
        };
    }

    /** Says whether the node stands for stock that nobody keeps apart. */
    static boolean isPool(TraceNode node) {
        return node instanceof TracedRun run && run.id().code().startsWith(POOL);
    }

    static String run(String code) {
        return "run " + code;
    }

    static String vessel(String code) {
        return "vessel " + code;
    }

    static String course(TraceNode from, TraceNode to) {
        return key(from) + " > " + key(to);
    }

    /** Returns what people call the node. */
    static String name(TraceNode node) {
        return switch (node) {
            case Reached lot -> lot.lot().number().text();
            case Epoch vessel -> "vessel " + vessel.vessel();
            case TracedRun run -> name(run);
        };
    }

    private static String name(TracedRun run) {
        String code = run.id().code();
        if (code.startsWith(POOL)) return "pool of " + code.substring(code.indexOf('/') + 1);
        if (!Names.isOwnRun(run.id())) return code;
        return switch (run.likeness()) {
            case SAME_MATERIAL -> "one material";
            case NEW_MATERIAL -> run.kind().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** Returns which units of the lot are here and not there. */
    List<Portion> unitsNotIn(Seen other, LotId lot) {
        return without(
                units.getOrDefault(lot, List.of()), other.units.getOrDefault(lot, List.of()));
    }

    static List<Portion> without(Iterable<Portion> some, Iterable<Portion> others) {
        List<Portion> rest = new ArrayList<>();
        some.forEach(rest::add);
        for (Portion other : others) {
            List<Portion> next = new ArrayList<>();
            for (Portion portion : rest) next.addAll(portion.without(other));
            rest = next;
        }
        return rest;
    }
}
