package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.PassportDate;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * First expired, first out: of what may be taken, the earliest expiry, then the oldest, then what
 * makes for the fewest lots; of a lot, the place that has most of it. What never expires comes
 * last.
 */
final class Fefo {
    private static final Comparator<Lot> EXPIRY =
            Comparator.comparing(Fefo::lastDay, Comparator.nullsLast(Comparator.naturalOrder()));
    private static final Comparator<Offer> ORDER = Comparator.comparing(Offer::lot, EXPIRY)
            .thenComparing(offer -> offer.lot().bornFrom())
            .thenComparing(offer -> offer.lot().id());

    private Fefo() {}

    static @Nullable LocalDate lastDay(Lot lot) {
        PassportDate expiry = lot.passport().expiry();
        return expiry == null ? null : expiry.lastDay();
    }

    /** Proposes from offers that were judged for the need. */
    static Proposal proposal(Need need, List<Offer> offers) {
        Map<LotId, List<Offer>> byLot = new LinkedHashMap<>();
        offers.stream()
                .filter(Offer::isFit)
                .sorted(ORDER)
                .forEach(o -> byLot.computeIfAbsent(o.lot().id(), _ -> new ArrayList<>())
                        .add(o));
        List<List<Offer>> order = inOrder(need, new ArrayList<>(byLot.values()));
        List<Pick> picks = new ArrayList<>();
        Quantity missing = need.quantity();
        for (List<Offer> lot : order) {
            for (Offer offer : lot.stream().sorted(MOST).toList()) {
                if (!missing.isPositive()) break;
                Quantity some = offer.free().isLessThan(missing) ? offer.free() : missing;
                picks.add(new Pick(units(offer, some), offer.place(), some));
                missing = missing.minus(some);
            }
        }
        List<Offer> barred =
                offers.stream().filter(o -> !o.isFit()).sorted(ORDER).toList();
        return new Proposal(need, picks, missing, barred);
    }

    static List<Offer> inOrder(List<Offer> offers) {
        return offers.stream()
                .filter(Offer::isFit)
                .sorted(ORDER.thenComparing(MOST))
                .toList();
    }

    /**
     * Returns what expires before some of what was chosen and is left lying though it might be
     * taken; nothing where the choice is first expired first.
     */
    static Optional<Offer> passedOver(Need need, List<Offer> offers, List<Pick> chosen) {
        LocalDate latest = null;
        for (Offer offer : offers) {
            boolean taken =
                    chosen.stream().anyMatch(p -> p.lot().overlaps(offer.lot().span()));
            if (!taken) continue;
            LocalDate last = lastDay(offer.lot());
            if (last == null) last = LocalDate.MAX;
            if (latest == null || last.isAfter(latest)) latest = last;
        }
        if (latest == null) return Optional.empty();
        LocalDate until = latest;
        Map<LotId, Quantity> taken = new HashMap<>();
        Map<LotId, Quantity> free = new HashMap<>();
        for (Offer offer : offers) {
            if (!offer.isFit()) continue;
            free.merge(offer.lot().id(), offer.free(), Quantity::plus);
            for (Pick pick : chosen) {
                if (pick.lot().overlaps(offer.portion()) && pick.place().equals(offer.place()))
                    taken.merge(offer.lot().id(), pick.quantity(), Quantity::plus);
            }
        }
        return offers.stream()
                .filter(Offer::isFit)
                .filter(o -> isBefore(lastDay(o.lot()), until))
                .filter(o -> {
                    Quantity none = Quantity.zero(o.lot().unit());
                    Quantity there = free.getOrDefault(o.lot().id(), none);
                    if (need.isOfOneLot() && there.isLessThan(need.quantity())) return false;
                    return taken.getOrDefault(o.lot().id(), none).isLessThan(there);
                })
                .min(ORDER);
    }

    private static boolean isBefore(@Nullable LocalDate day, LocalDate other) {
        return day != null && day.isBefore(other);
    }

    private static final Comparator<Offer> MOST = Comparator.comparing(
                    (Offer offer) -> offer.free().amount())
            .reversed()
            .thenComparing(offer -> offer.place().text())
            .thenComparing(Offer::portion);

    /** Of lots that expire the same day and are as old, one that suffices goes before others. */
    private static List<List<Offer>> inOrder(Need need, List<List<Offer>> lots) {
        Comparator<List<Offer>> age = Comparator.comparing(
                        (List<Offer> l) -> l.getFirst().lot(), EXPIRY)
                .thenComparing(l -> l.getFirst().lot().bornFrom());
        Comparator<List<Offer>> most =
                Comparator.comparing((List<Offer> l) -> sum(need, l).amount());
        lots.sort(age.thenComparing(most.reversed()));
        if (!need.isOfOneLot()) return lots;
        return lots.stream()
                .filter(l -> !sum(need, l).isLessThan(need.quantity()))
                .findFirst()
                .or(() -> lots.stream().max(most))
                .stream()
                .toList();
    }

    private static Quantity sum(Need need, List<Offer> offers) {
        Quantity sum = Quantity.zero(need.quantity().unit());
        for (Offer offer : offers) sum = sum.plus(offer.free());
        return sum;
    }

    private static Portion units(Offer offer, Quantity some) {
        return offer.lot().isSerial()
                ? new Portion(offer.portion().first(), some.amount().intValueExact())
                : offer.portion();
    }
}
