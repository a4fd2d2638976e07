package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Boundary;
import stemma.genealogy.Reached;
import stemma.identifiers.LotId;
import stemma.ledger.Place;
import stemma.stock.Balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells at each lot where our knowledge of it begins and ends, from where it came and went. */
final class KnownEnds {
    private final Gathering gathering;
    private final Map<LotId, List<Balance>> byLot = new HashMap<>();

    KnownEnds(Gathering gathering) {
        this.gathering = gathering;
        for (Balance balance : gathering.balances) {
            LotId lot = gathering.line(balance.lot().first()).lot().id();
            byLot.computeIfAbsent(lot, _ -> new ArrayList<>()).add(balance);
        }
    }

    List<KnownEnd> of(Reached reached) {
        Set<KnownEnd> ends = new LinkedHashSet<>();
        for (Balance balance : byLot.getOrDefault(reached.lot().id(), List.of())) {
            if (!balance.lot().overlaps(reached.portion())) continue;
            KnownEnd end = end(balance.place());
            if (end != null) ends.add(end);
        }
        return ends.stream()
                .sorted(java.util.Comparator.comparing(KnownEnd::kind)
                        .thenComparing(KnownEnd::partner))
                .toList();
    }

    private @Nullable KnownEnd end(Place place) {
        return switch (place) {
            case Place.OfCustomer(var partner, var _) ->
                new KnownEnd(Boundary.Kind.LEFT_OUR_KNOWLEDGE, gathering.names.partner(partner));
            case Place.OfSupplier(var partner) ->
                new KnownEnd(Boundary.Kind.CAME_FROM_SUPPLIER, gathering.names.partner(partner));
            case Place.Beyond beyond ->
                beyond == Place.Beyond.BEFORE_RECORDS
                        ? new KnownEnd(Boundary.Kind.BEFORE_RECORDS, "")
                        : null;
            case Place.At _,
                    Place.InCustody _,
                    Place.InRun _,
                    Place.InContainer _,
                    Place.InVessel _,
                    Place.InUnit _,
                    Place.InTransit _,
                    Place.InTransfer _ -> null;
        };
    }
}
