package stemma.inquiry;

import stemma.genealogy.Epoch;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedLink;
import stemma.genealogy.TracedRun;
import stemma.genealogy.Way;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Link;
import stemma.ledger.Place;
import stemma.lots.Lot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a board of a forward trace and of what the rooms of truth say of the lots reached. */
final class BoardMaking {
    private final Trace trace;
    private final Gathering gathering;
    private final Set<ItemCode> fed = new HashSet<>();
    private final Set<LotId> roots = new HashSet<>();

    BoardMaking(Trace trace, Gathering gathering) {
        this.trace = trace;
        this.gathering = gathering;
        List<TraceNode> nodes = trace.nodes();
        for (TracedLink link : trace.links()) {
            TraceNode from = nodes.get(link.from());
            TraceNode to = nodes.get(link.to());
            if (from instanceof Reached lot && makesNew(to)) fed.add(lot.lot().item());
        }
        for (Reached lot : trace.lots()) {
            if (lot.way() == Way.ROOT) roots.add(lot.lot().id());
        }
    }

    private static boolean makesNew(TraceNode node) {
        return switch (node) {
            case TracedRun run -> run.likeness() == Link.Likeness.NEW_MATERIAL;
            case Epoch _ -> true;
            case Reached _ -> false;
        };
    }

    Board board(Subject subject, Insight insight, Instant at) {
        return new Board(
                subject,
                insight,
                at,
                groups(insight),
                Roads.of(gathering, trace.lots().stream().map(Reached::portion).toList()),
                trace.completeness());
    }

    private List<Group> groups(Insight insight) {
        Accounts accounts = new Accounts(
                gathering, RunsSeen.in(trace), insight.isNow() ? reached(trace) : Map.of());
        Map<String, List<Lot>> byItem = new LinkedHashMap<>();
        Set<ItemCode> sold = sold();
        for (Lot lot : gathering.lots) {
            byItem.computeIfAbsent(
                            lot.item() + "\n" + lot.unit() + "\n" + tier(lot, sold),
                            _ -> new ArrayList<>())
                    .add(lot);
        }
        List<Group> groups = new ArrayList<>();
        for (List<Lot> lots : byItem.values()) {
            Lot first = lots.getFirst();
            Accounts.Account account = accounts.of(first.unit(), lots);
            groups.add(new Group(
                    first.item(),
                    gathering.names.item(first.item()),
                    tier(first, sold),
                    lots.stream().map(gathering::line).toList(),
                    account.rows(),
                    Tally.of(first.unit(), lots.size(), account.came(), account.rows())));
        }
        groups.sort(Comparator.comparing(Group::tier)
                .thenComparing(group -> -group.lots().size())
                .thenComparing(Group::name));
        return groups;
    }

    private Group.Tier tier(Lot lot, Set<ItemCode> sold) {
        if (sold.contains(lot.item()) || !fed.contains(lot.item())) return Group.Tier.FINISHED;
        return roots.contains(lot.id()) ? Group.Tier.ASKED : Group.Tier.MADE_ON_THE_WAY;
    }

    private Set<ItemCode> sold() {
        Set<ItemCode> sold = new HashSet<>();
        Map<LotId, List<Portion>> reached = reached(trace);
        for (var balance : gathering.balances) {
            Lot lot = gathering.line(balance.lot().first()).lot();
            boolean isReached = !lot.isSerial()
                    || reached.getOrDefault(lot.id(), List.of()).stream()
                            .anyMatch(balance.lot()::overlaps);
            if (!isReached) continue;
            if (balance.place() instanceof Place.OfCustomer
                    || balance.place() instanceof Place.InTransit) {
                sold.add(lot.item());
            }
        }
        return sold;
    }

    /** Returns which units of each lot a trace reached. */
    static Map<LotId, List<Portion>> reached(Trace trace) {
        Map<LotId, List<Portion>> reached = new HashMap<>();
        for (Reached lot : trace.lots()) {
            reached.computeIfAbsent(lot.lot().id(), _ -> new ArrayList<>()).add(lot.portion());
        }
        return reached;
    }
}
