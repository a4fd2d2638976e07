package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Status;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Container;
import stemma.stock.Hold;
import stemma.stock.Mark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says in words where a lot is and how it stands: farthest from us first, then how it is judged.
 */
final class LotTelling {
    private final Scene scene;

    LotTelling(Scene scene) {
        this.scene = scene;
    }

    /** Returns {@code F-101 flour 380 kg at MAIN, held}. */
    String line(Lot lot, Portion portion) {
        return name(lot, portion) + "  " + whereabouts(lot, portion);
    }

    /** Returns {@code F-101 flour}, where more would be said of another time. */
    String name(Lot lot, Portion portion) {
        return scene.names().words(portion) + "  " + lot.item();
    }

    /** Returns {@code 380 kg at MAIN, held}, or {@code none left}. */
    String whereabouts(Lot lot, Portion portion) {
        if (lot.isPool()) return "not counted";
        List<Balance> there = scene.balances(portion).stream()
                .filter(b -> b.quantity().isPositive() && isTold(b.place()))
                .toList();
        List<String> words = new ArrayList<>(places(there));
        if (words.isEmpty()) words.add("none left");
        boolean ours = there.stream().anyMatch(b -> b.place().isGuarded());
        if (ours) words.addAll(standing(lot, portion));
        return String.join(", ", words);
    }

    /** What went into runs stands beneath the runs; what came from suppliers is not with them. */
    private static boolean isTold(Place place) {
        return !(place instanceof Place.InRun)
                && !(place instanceof Place.OfSupplier)
                && place != Place.Beyond.BEFORE_RECORDS;
    }

    private List<String> places(List<Balance> balances) {
        Map<String, List<Balance>> byPlace = balances.stream()
                .sorted(Comparator.comparing(b -> rank(b.place())))
                .collect(Collectors.groupingBy(
                        b -> place(b.place()), java.util.LinkedHashMap::new, Collectors.toList()));
        List<String> words = new ArrayList<>();
        byPlace.forEach((place, there) -> words.add(amount(there) + " " + place));
        return words;
    }

    static String amount(List<Balance> balances) {
        Quantity sum = Quantity.zero(balances.getFirst().quantity().unit());
        for (Balance balance : balances) sum = sum.plus(balance.quantity());
        Quantity weight = balances.getFirst().catchWeight();
        if (balances.size() > 1 || weight == null) return sum.toString();
        return sum + " weighing " + weight;
    }

    private static int rank(Place place) {
        return switch (place) {
            case Place.OfCustomer _ -> 0;
            case Place.InTransit _, Place.InTransfer _ -> 1;
            case Place.InCustody _ -> 2;
            case Place.InUnit _ -> 3;
            case Place.InVessel _ -> 4;
            case Place.InContainer _ -> 5;
            case Place.At _ -> 6;
            case Place.InRun _ -> 7;
            case Place.OfSupplier _ -> 8;
            case Place.Beyond beyond -> 9 + beyond.ordinal();
        };
    }

    /** Returns {@code at MAIN}, {@code in transit to CornerShop}, {@code in container P-1}. */
    String place(Place place) {
        return switch (place) {
            case Place.At(var site, var location) ->
                "at " + (site.equals(Cast.MAIN) ? "" : site + "/") + location;
            case Place.OfSupplier(var partner) -> "at " + partner;
            case Place.OfCustomer(var partner, var shipTo) ->
                "at " + partner + (shipTo == null ? "" : "/" + shipTo);
            case Place.InCustody(var partner) -> "in custody of " + partner;
            case Place.InRun(var run) -> "in run " + run;
            case Place.InContainer(var container) ->
                "in container " + container + outermost(container);
            case Place.InVessel(var vessel) -> "filled into " + vessel;
            case Place.InUnit(var unit) -> "in unit " + scene.names().words(Portion.of(unit));
            case Place.InTransit(var shipment) ->
                "in transit to "
                        + scene.plant()
                                .stock()
                                .shipment(shipment)
                                .map(s -> s.consignee()
                                        + (s.shipTo() == null ? "" : "/" + s.shipTo()))
                                .orElse("nobody by our records");
            case Place.InTransfer(var to, var transfer) ->
                "on the way to " + to + " under " + transfer;
            case Place.Beyond beyond ->
                switch (beyond) {
                    case BEFORE_RECORDS -> "before records";
                    case SAMPLED -> "sampled";
                    case SCRAP -> "scrapped";
                    case DESTROYED -> "destroyed";
                    case PROCESS_LOSS -> "lost in process";
                    case COUNT_VARIANCE -> "missing at a count";
                };
        };
    }

    /** Returns where the outermost container around this one stands, if that is known. */
    private String outermost(ContainerCode inner) {
        Set<ContainerCode> seen = new HashSet<>(Set.of(inner));
        ContainerCode at = inner;
        while (true) {
            Container container = scene.plant().stock().container(at).orElse(null);
            if (container == null) return "";
            if (container.place() != null) return " " + place(container.place());
            if (container.parent() == null || !seen.add(container.parent())) return "";
            at = container.parent();
        }
    }

    /** Returns a place as where a quantity went, such as {@code into WO-55}. */
    String movedTo(Place place) {
        return switch (place) {
            case Place.InRun(var run) ->
                "into " + (isOwn(run) ? "a sibling or return" : run.code());
            case Place.OfSupplier(var partner) -> "back at " + partner;
            case Place.At _,
                    Place.OfCustomer _,
                    Place.InCustody _,
                    Place.InContainer _,
                    Place.InVessel _,
                    Place.InUnit _,
                    Place.InTransit _,
                    Place.InTransfer _,
                    Place.Beyond _ -> place(place);
        };
    }

    /** Returns a place as where a quantity came from, such as {@code from MillCo}. */
    String cameFrom(Place place) {
        return switch (place) {
            case Place.OfSupplier(var partner) -> "from " + partner;
            case Place.InRun(var run) ->
                "from " + (isOwn(run) ? "a sibling or return" : run.code());
            case Place.InVessel(var vessel) -> "drawn from " + vessel;
            case Place.OfCustomer(var partner, var _) -> "more than known from " + partner;
            case Place.At _,
                    Place.InCustody _,
                    Place.InContainer _,
                    Place.InUnit _,
                    Place.InTransit _,
                    Place.InTransfer _ -> "short " + place(place);
            case Place.Beyond beyond ->
                switch (beyond) {
                    case BEFORE_RECORDS -> "from before records";
                    case COUNT_VARIANCE -> "found at a count or booked";
                    case SAMPLED, SCRAP, DESTROYED, PROCESS_LOSS -> "back from " + place(place);
                };
        };
    }

    /** An event that is a run by itself bears its own id, which nobody reads. */
    private static boolean isOwn(RunId run) {
        return run.code().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(/\\d+)?");
    }

    private List<String> standing(Lot lot, Portion portion) {
        List<String> words = new ArrayList<>();
        Status status = status(lot, portion);
        if (status != Status.RELEASED) words.add(status.name().toLowerCase(Locale.ROOT));
        PassportDate expiry = lot.passport().expiry();
        LocalDate today =
                scene.clock().now().atZone(scene.cast().zone(lot.site())).toLocalDate();
        if (expiry != null && expiry.lastDay().isBefore(today)) words.add("expired");
        Held held = held(lot, portion);
        if (held != Held.NONE) words.add(held == Held.ALL ? "held" : "some held");
        return words;
    }

    /** How much of a lot or of some units is held. */
    private enum Held {
        NONE,
        SOME,
        ALL
    }

    /** A hold on units reaches those alone; any other reaches the lot. */
    private Held held(Lot lot, Portion portion) {
        List<Mark> marks = scene.plant().stock().marks(List.of(lot));
        Held held = Held.NONE;
        for (Hold hold : scene.plant().stock().holdsOn(List.of(lot)).on(lot)) {
            List<Portion> named = new ArrayList<>();
            if (hold.reach() instanceof Reach.Sublot(var units)) named.add(units);
            marks.stream()
                    .filter(m -> m.hold().equals(hold.code()))
                    .map(Mark::lot)
                    .forEach(named::add);
            if (named.isEmpty() || named.stream().anyMatch(n -> covers(n, portion)))
                return Held.ALL;
            if (named.stream().anyMatch(n -> n.overlaps(portion))) held = Held.SOME;
        }
        return held;
    }

    private static boolean covers(Portion outer, Portion inner) {
        return outer.contains(inner.first()) && outer.last() >= inner.last();
    }

    /** Returns the worst of what counts for each of the units, else the status of birth. */
    Status status(Lot lot, Portion portion) {
        return Judgement.last(lot, portion, scene.plant().lots().judgements(List.of(lot)));
    }

    /** Returns the facts of a lot's passport and standing, one on each line. */
    List<String> card(Lot lot) {
        Map<String, String> facts = new TreeMap<>();
        var passport = lot.passport();
        put(facts, "expiry", passport.expiry());
        put(facts, "best before", passport.bestBefore());
        put(facts, "produced", passport.produced());
        put(facts, "retest", passport.retest());
        put(facts, "maker", passport.maker());
        put(facts, "seller", passport.seller());
        put(facts, "origin", passport.origin());
        put(facts, "owner", passport.owner());
        var tlc = passport.traceabilityLotCode();
        if (tlc != null) facts.put("tlc", tlc.code() + " source " + tlc.source());
        passport.externalLots()
                .forEach(e -> facts.merge(
                        "known as", e.text() + " by " + e.issuer(), (a, b) -> a + ", " + b));
        facts.put("status", status(lot, lot.span()).name().toLowerCase(Locale.ROOT));
        String holds = scene.plant().stock().holdsOn(List.of(lot)).on(lot).stream()
                .map(h -> h.code() + (h.reason().isEmpty() ? "" : " " + h.reason()))
                .collect(Collectors.joining(", "));
        if (!holds.isEmpty()) facts.put("held by", holds);
        List<String> lines = new ArrayList<>();
        lines.add(line(lot, lot.span()));
        facts.forEach((name, text) -> lines.add("  " + name + " " + text));
        return lines;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object fact) {
        if (fact != null) facts.put(name, fact.toString());
    }
}
