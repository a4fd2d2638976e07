package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.genealogy.Boundary;
import stemma.genealogy.Departures;
import stemma.genealogy.Extent;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.SetAt;
import stemma.stock.SetsAt;
import stemma.stock.Shipment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes an exposure of sums over sets of lots that are alike. */
final class ExposureMaking {
    private final Extent extent;
    private final AlikeSets alike;
    private final SetsAt at;
    private final Map<String, Shipment> shipments;
    private final Map<Place.OfCustomer, Consignee> consignees = new HashMap<>();
    private final Names names;
    private final Set<ItemCode> sold = new HashSet<>();
    private final Set<ItemCode> madeInto;

    ExposureMaking(
            Catalog catalog,
            Extent extent,
            AlikeSets alike,
            SetsAt at,
            Map<String, Shipment> shipments) {
        this.shipments = shipments;
        this.extent = extent;
        this.alike = alike;
        this.at = at;
        this.names = names(catalog);
        this.madeInto = alike.madeInto(extent);
        for (SetAt sum : at.sums()) {
            if (sum.place() instanceof Place.OfCustomer || sum.place() instanceof Place.InTransit)
                sold.add(item(sum.set()));
        }
    }

    private Names names(Catalog catalog) {
        Set<ItemCode> items = new LinkedHashSet<>();
        alike.sets().forEach(set -> items.add(set.item()));
        Set<Place> places = new HashSet<>();
        for (SetAt sum : at.sums())
            if (sum.place() instanceof Place.OfCustomer customer) places.add(customer);
        for (Shipment shipment : shipments.values()) places.add(to(shipment));
        return Names.of(catalog, items, List.of(), places);
    }

    Exposed exposed(Subject subject, Insight insight, Instant now) {
        Map<Exposure.Part, List<Integer>> parts = parts();
        return new Exposed(
                exposure(subject, insight, now, parts.keySet()),
                parts,
                extent,
                alike,
                at,
                shipments);
    }

    private Exposure exposure(
            Subject subject, Insight insight, Instant now, Collection<Exposure.Part> parts) {
        List<Shipment> sent = new ArrayList<>();
        for (ShipmentCode code : extent.departures().shipments()) {
            Shipment shipment = shipments.get(code.code());
            if (shipment != null) sent.add(shipment);
        }
        return new Exposure(
                subject,
                insight,
                now,
                List.copyOf(parts),
                receptions(),
                sent.size(),
                sent.stream().map(Shipment::shippedAt).max(Comparator.naturalOrder()),
                trucks(),
                extent.completeness(boundaries()));
    }

    /** Returns which sets each part of the exposure is of, in the order of the parts. */
    private Map<Exposure.Part, List<Integer>> parts() {
        Map<String, List<Integer>> sets = new LinkedHashMap<>();
        for (int set = 0; set < alike.sets().size(); set++) {
            AlikeSets.Alike one = alike.set(set);
            String part = one.item() + "\n" + one.unit() + "\n" + tier(one);
            sets.computeIfAbsent(part, _ -> new ArrayList<>()).add(set);
        }
        Map<Integer, List<SetAt>> sums = new HashMap<>();
        for (SetAt sum : at.sums())
            sums.computeIfAbsent(sum.set(), _ -> new ArrayList<>()).add(sum);
        Map<Exposure.Part, List<Integer>> parts = new TreeMap<>(Exposure.Part.ORDER);
        for (List<Integer> of : sets.values()) parts.put(part(of, sums), List.copyOf(of));
        return parts;
    }

    private Group.Tier tier(AlikeSets.Alike set) {
        if (sold.contains(set.item()) || !madeInto.contains(set.item())) return Group.Tier.FINISHED;
        return set.isRoot ? Group.Tier.ASKED : Group.Tier.MADE_ON_THE_WAY;
    }

    private Exposure.Part part(List<Integer> sets, Map<Integer, List<SetAt>> sums) {
        AlikeSets.Alike first = alike.set(sets.getFirst());
        Reckoning reckoning = new Reckoning(first.unit(), extent.sameMaterial(), extent.open());
        int lots = 0;
        boolean isSerial = false;
        for (int set : sets) {
            AlikeSets.Alike one = alike.set(set);
            lots += one.lots();
            isSerial |= one.kind.isSerial();
            if (one.kind.isSerial()) reckoning.unitsCame(one.units());
            for (SetAt sum : sums.getOrDefault(set, List.of()))
                reckoning.add(sum.place(), sum.quantity());
        }
        return new Exposure.Part(
                first.item(),
                names.item(first.item()),
                tier(first),
                isSerial,
                reckoning.tally(lots));
    }

    private List<Reception> receptions() {
        Departures left = extent.departures();
        @Nullable Shipment[] sent = new @Nullable Shipment[left.shipments().size()];
        List<String> codes = new ArrayList<>(sent.length);
        for (int i = 0; i < sent.length; i++) {
            String normal = left.shipments().get(i).code();
            sent[i] = shipments.get(normal);
            codes.add(sent[i] == null ? normal : sent[i].code().code());
        }
        Receptions all = new Receptions(codes);
        for (SetAt sum : at.sums()) {
            Consignee consignee = consignee(sum.place());
            if (consignee == null) continue;
            Receptions.Sum reception = reception(all, consignee, alike.set(sum.set()));
            if (sum.place() instanceof Place.InTransit)
                reception.onTheRoad(quantity(sum.set(), sum.quantity()));
            else reception.there(quantity(sum.set(), sum.quantity()));
        }
        departed(all, left, sent);
        return all.all();
    }

    /** Departures are as many as lots; what they come to is looked up once for each sum. */
    private void departed(Receptions all, Departures left, @Nullable Shipment[] sent) {
        Map<Place.OfCustomer, Integer> numbers = new HashMap<>();
        int[] to = new int[sent.length];
        for (int i = 0; i < sent.length; i++) {
            Shipment shipment = sent[i];
            if (shipment != null)
                to[i] = numbers.computeIfAbsent(to(shipment), _ -> numbers.size());
        }
        Map<Integer, Receptions.@Nullable Sum[]> sums = new HashMap<>();
        for (int i = 0; i < left.size(); i++) {
            int number = left.in(i);
            Shipment shipment = sent[number];
            if (shipment == null) continue;
            int set = alike.setOf(left.lot(i));
            Receptions.@Nullable Sum[] ofSet =
                    sums.computeIfAbsent(set, _ -> new Receptions.@Nullable Sum[numbers.size()]);
            Receptions.Sum sum = ofSet[to[number]];
            if (sum == null) sum = reception(all, consignee(shipment), alike.set(set));
            ofSet[to[number]] = sum;
            sum.by(number);
        }
    }

    private Receptions.Sum reception(Receptions all, Consignee consignee, AlikeSets.Alike set) {
        return all.of(consignee, set.item(), names.item(set.item()), set.unit());
    }

    private List<Exposure.Truck> trucks() {
        Map<Shipment, Map<String, Quantity>> left = new HashMap<>();
        for (SetAt sum : at.sums()) {
            if (!(sum.place() instanceof Place.InTransit(var code))) continue;
            if (sum.quantity().signum() <= 0) continue;
            Quantity quantity = quantity(sum.set(), sum.quantity());
            shipment(code)
                    .ifPresent(shipment -> left.computeIfAbsent(shipment, _ -> new TreeMap<>())
                            .merge(quantity.unit().code(), quantity, Quantity::plus));
        }
        List<Exposure.Truck> trucks = new ArrayList<>();
        left.forEach((shipment, sums) -> trucks.add(
                new Exposure.Truck(shipment, consignee(shipment), List.copyOf(sums.values()))));
        trucks.sort(Exposure.Truck.ORDER);
        return trucks;
    }

    private List<Boundary> boundaries() {
        List<Boundary> ends = new ArrayList<>();
        at.lotsAtCustomers()
                .forEach((partner, lots) ->
                        ends.add(new Boundary(Boundary.Kind.LEFT_OUR_KNOWLEDGE, partner, lots)));
        ends.sort(Comparator.comparing(
                Boundary::partner, Comparator.nullsFirst(Comparator.<PartnerCode>naturalOrder())));
        return ends;
    }

    private ItemCode item(int set) {
        return alike.set(set).item();
    }

    private Quantity quantity(int set, BigDecimal amount) {
        return new Quantity(amount, alike.set(set).unit());
    }

    private Optional<Shipment> shipment(ShipmentCode code) {
        return Optional.ofNullable(shipments.get(LotNumber.normal(code.code())));
    }

    private @Nullable Consignee consignee(@Nullable Place place) {
        if (place instanceof Place.OfCustomer to) return consignee(to);
        if (place instanceof Place.InTransit(var code))
            return shipment(code).map(this::consignee).orElse(null);
        return null;
    }

    private Consignee consignee(Shipment shipment) {
        return consignee(to(shipment));
    }

    private Consignee consignee(Place.OfCustomer to) {
        return consignees.computeIfAbsent(to, _ -> Consignee.of(names, to.partner(), to.shipTo()));
    }

    private static Place.OfCustomer to(Shipment shipment) {
        return new Place.OfCustomer(shipment.consignee(), shipment.shipTo());
    }
}
