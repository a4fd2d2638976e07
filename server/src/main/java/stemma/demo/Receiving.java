package stemma.demo;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rosa's mornings: what runs short is ordered, comes by pallet, waits for quality, is put away. */
final class Receiving {
    private static final int FIRST_TRUCK = 6 * 60 + 5;
    private static final int BETWEEN_TRUCKS = 22;
    private static final int MARGIN_DAYS = 3;
    private static final double SAME_SUPPLIER_LOT = 0.15;

    private final Floor floor;
    private final Laboratory laboratory;
    private final Map<ItemCode, String> lastSupplierLot = new HashMap<>();
    private final Map<ItemCode, Map<Integer, Quantity>> needs = new HashMap<>();

    Receiving(Floor floor, Laboratory laboratory) {
        this.floor = floor;
        this.laboratory = laboratory;
    }

    /** Receives what the coming days need, one truck for each supplier. */
    void receive(int day) {
        Map<PartnerCode, List<Ingredient>> trucks = new TreeMap<>();
        for (Ingredient ingredient : Ingredient.all()) {
            if (ingredient.isPool() || ingredient.isBulk()) continue;
            if (isShort(ingredient, day)) {
                trucks.computeIfAbsent(ingredient.supplier(), supplier -> new ArrayList<>())
                        .add(ingredient);
            }
        }
        int minute = FIRST_TRUCK;
        for (var truck : trucks.entrySet()) {
            unload(day, minute, truck.getKey(), truck.getValue());
            minute += BETWEEN_TRUCKS;
        }
    }

    private boolean isShort(Ingredient ingredient, int day) {
        Quantity left = floor.stores().left(ingredient.item(), day + 1);
        return left.isLessThan(need(ingredient, day, day + MARGIN_DAYS));
    }

    private void unload(int day, int minute, PartnerCode supplier, List<Ingredient> ordered) {
        Story story = floor.story();
        Instant at = story.at(day, minute);
        Circumstances arrival = story.scan(at);
        List<Birth> births = new ArrayList<>();
        List<Pile> piles = new ArrayList<>();
        for (Ingredient ingredient : ordered) {
            LotNumber number = number(ingredient, day);
            String theirs = supplierLot(ingredient);
            for (Quantity pallet : pallets(ingredient, day)) {
                Birth birth = Birth.of(
                        births.size(),
                        Passports.bought(
                                ingredient, number, theirs, story.days().date(day)),
                        pallet,
                        Firm.GOODS_IN);
                births.add(birth);
                LotId lot = new LotId(arrival.id(), birth.ordinal());
                Place store = Firm.at(ingredient.store().code());
                piles.add(new Pile(
                        lot, ingredient.item(), number, pallet, store, day + 1, Workdays.TODAY));
            }
        }
        story.tell(
                Crew.ROSA,
                new Event.Received(
                        arrival,
                        new DocumentCode(floor.numbers().document("GR")),
                        new OrderCode(floor.numbers().document("PO")),
                        supplier,
                        births));
        putAway(day, minute + 14, piles);
        piles.forEach(floor.stores()::add);
        laboratory.waits(day, piles.stream().map(p -> Portion.of(p.lot())).toList());
    }

    /** Moves goods from the dock to the store of each; all goods of one truck have one store. */
    private void putAway(int day, int minute, List<Pile> piles) {
        Event.Moved moved = new Event.Moved(
                floor.story().scan(floor.story().at(day, minute)),
                piles.stream()
                        .map(p -> new stemma.ledger.Line(
                                Portion.of(p.lot()), p.left(), null, Firm.GOODS_IN))
                        .toList(),
                List.of(),
                piles.getFirst().at());
        floor.story().tell(Crew.ROSA, moved);
    }

    /** Carrots come as pallets that are lots of their own; all else is one lot a receipt line. */
    private List<Quantity> pallets(Ingredient ingredient, int day) {
        Quantity short_ = need(ingredient, day, day + MARGIN_DAYS + ingredient.lastsDays())
                .minus(floor.stores().left(ingredient.item(), day + 1));
        long count = short_.amount().longValue() / ingredient.palletKg() + 1;
        if (!ingredient.item().equals(Ingredient.CARROT)) {
            return List.of(Measures.kg(count * ingredient.palletKg()));
        }
        List<Quantity> pallets = new ArrayList<>();
        for (int i = 0; i < count; i++) pallets.add(Measures.kg(ingredient.palletKg()));
        return pallets;
    }

    /** Carrots are numbered by the day, so that the lot of the incident has its number. */
    private LotNumber number(Ingredient ingredient, int day) {
        if (!ingredient.item().equals(Ingredient.CARROT)) {
            return floor.numbers().lot(ingredient.letters());
        }
        int incident = Integer.parseInt(IncidentPlan.CARROTS.substring(2));
        return new LotNumber("C-" + (incident - 1 + 2 * (day - IncidentPlan.RECEIVED)));
    }

    private String supplierLot(Ingredient ingredient) {
        String last = lastSupplierLot.get(ingredient.item());
        if (last != null && floor.random().nextDouble() < SAME_SUPPLIER_LOT) return last;
        String text = ingredient.supplier().code().substring(0, 2)
                + (20_000 + floor.random().nextInt(70_000));
        lastSupplierLot.put(ingredient.item(), text);
        return text;
    }

    private Quantity need(Ingredient ingredient, int from, int to) {
        Quantity sum = Quantity.zero(Measures.KG);
        for (int day = from; day <= to; day++) sum = sum.plus(need(ingredient.item(), day));
        return sum;
    }

    private Quantity need(ItemCode item, int day) {
        return needs.computeIfAbsent(item, i -> new HashMap<>())
                .computeIfAbsent(day, d -> needOf(item, d));
    }

    /** What the lines take of it and what they take of the things prepared from it. */
    private Quantity needOf(ItemCode item, int day) {
        Quantity need = floor.schedule().need(item, day);
        for (Prepared prepared : Prepared.all()) {
            var share = prepared.perHundred().get(item);
            if (share == null) continue;
            Quantity all = floor.schedule().need(prepared.item(), day);
            need = need.plus(Measures.percent(all, share.toPlainString()));
        }
        return need;
    }
}
