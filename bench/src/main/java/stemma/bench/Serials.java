package stemma.bench;

import stemma.access.Caller;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer;
import stemma.catalog.Item;
import stemma.catalog.OrderLine;
import stemma.catalog.SalesOrder;
import stemma.catalog.Standing;
import stemma.catalog.Tracking;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.intake.Desk;
import stemma.intake.Signing;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A tablets plant: units with random serials are minted, packed in cases, the cases on pallets, and
 * shipped for an order; then one pallet is unpacked, one unit returned, and each found by its
 * number. All is given in as the API takes it.
 */
final class Serials {
    private static final int CASE = 10;
    private static final int PALLET = 100;
    private static final int PALLETS_A_TRUCK = 10;
    private static final int TOGETHER = 200;
    private static final int ROUNDS = 20;
    private static final ItemCode TABLETS = new ItemCode("TABLETS");
    private static final String ORDER = "SO-TABLETS";

    private final RunningPlant plant;
    private final History history;
    private final Desk desk;
    private final Caller caller;
    private final int units;

    Serials(RunningPlant plant, History history, int units) {
        this.plant = plant;
        this.history = history;
        this.units = units;
        this.desk = new Desk(plant.world().intake(), new Signing(plant.world().signatures()));
        this.caller = plant.caller();
    }

    void run() {
        define();
        EventId birth = plant.world().ids().next();
        double minted = seconds(() -> mint(birth));
        double packed = seconds(() -> pack(birth));
        double loaded = seconds(this::load);
        double shipped = seconds(this::ship);
        history.add(units, "serials.minted", minted, "s");
        history.add(units, "serials.in_cases", packed, "s");
        history.add(units, "serials.on_pallets", loaded, "s");
        history.add(units, "serials.shipped", shipped, "s");
        history.add(units, "serials.in_all", minted + packed + loaded + shipped, "s");
        history.add(units, "serials.pallet_unpacked", 1000 * seconds(this::unpack), "ms");
        history.add(units, "serials.unit_returned", 1000 * seconds(() -> giveBack(birth)), "ms");
        found("serials.find_unit", serial(units - 1));
        found("serials.find_pallet", "PAL-0");
    }

    private void define() {
        Amendment masters = Amendment.of(
                List.of(
                        Item.of(TABLETS, "Tablets", Unit.EACH, Tracking.SERIAL),
                        new SalesOrder(
                                new OrderCode(ORDER),
                                PlantMasters.customer(0),
                                null,
                                null,
                                List.of(OrderLine.of(1, TABLETS, Quantity.each(units))),
                                Standing.ACTIVE)),
                "The tablets of the bench.");
        if (plant.world().catalog().amend(masters, RunningPlant.AUTHOR)
                instanceof AmendmentAnswer.Refused(var why))
            throw new IllegalStateException("the masters of the tablets: " + why);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Returns a serial that says nothing of its place in the block. */
    private static String serial(int unit) {
        return "T" + Long.toString(new Random(unit * 7919L + 17).nextLong() >>> 8, 36) + unit % 7;
    }

    private ObjectNode draft(String kind, EventId id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", kind)
                .put("id", id.toString())
                .put("evidence", "scanned")
                .put("site", PlantMasters.SITE.code());
    }

    private ObjectNode draft(String kind) {
        return draft(kind, plant.world().ids().next());
    }

    private void give(ObjectNode draft) {
        if (desk.give(caller, draft) instanceof Desk.Outcome.Objected(var why))
            throw new IllegalStateException("the tablets are refused: " + why);
    }

    private void give(List<ObjectNode> drafts) {
        for (int at = 0; at < drafts.size(); at += TOGETHER) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            ArrayNode events = all.putArray("events");
            drafts.subList(at, Math.min(drafts.size(), at + TOGETHER)).forEach(events::add);
            give(all);
        }
    }

    private void mint(EventId birth) {
        ObjectNode produced = draft("produced", birth);
        produced.put("run", "WO-TABLETS");
        ObjectNode block = produced.putArray("outputs").addObject();
        block.put("ordinal", 0).put("units", units);
        ObjectNode passport = block.putObject("passport");
        passport.put("item", TABLETS.code()).put("number", "TAB-1");
        ArrayNode texts = serials(passport);
        for (int unit = 0; unit < units; unit++) texts.add(serial(unit));
        block.put("quantity", units + " ea").put("to", PlantMasters.FINISHED.text());
        give(produced);
    }

    private static ArrayNode serials(ObjectNode passport) {
        ObjectNode serials = passport.putObject("serials");
        serials.put("prefix", "").put("first", 0).put("digits", 0);
        return serials.putArray("texts");
    }

    private void pack(EventId birth) {
        List<ObjectNode> cases = new ArrayList<>();
        for (int first = 0; first < units; first += CASE) {
            ObjectNode packed = packed("CASE-" + first / CASE);
            packed.putArray("lines")
                    .addObject()
                    .put("lot", birth + "/" + first + ".." + (first + CASE - 1))
                    .put("quantity", CASE + " ea")
                    .put("from", PlantMasters.FINISHED.text());
            cases.add(packed);
        }
        give(cases);
    }

    private ObjectNode packed(String container) {
        return draft("packed")
                .put("container", container)
                .put("at", PlantMasters.FINISHED.text())
                .put("basis", "observed");
    }

    private void load() {
        List<ObjectNode> pallets = new ArrayList<>();
        for (int pallet = 0; pallet < units / CASE / PALLET; pallet++) {
            ObjectNode packed = packed("PAL-" + pallet);
            ArrayNode cases = packed.putArray("containers");
            for (int i = 0; i < PALLET; i++) cases.add("CASE-" + (pallet * PALLET + i));
            pallets.add(packed);
        }
        give(pallets);
    }

    /** The first pallet stays. */
    private void ship() {
        int pallets = units / CASE / PALLET;
        for (int first = 1; first < pallets; first += PALLETS_A_TRUCK) {
            ObjectNode shipped = draft("shipped");
            shipped.put("shipment", "TRUCK-" + first).put("order", ORDER);
            shipped.put("consignee", PlantMasters.customer(0).code());
            ArrayNode containers = shipped.putArray("containers");
            int last = Math.min(pallets, first + PALLETS_A_TRUCK);
            for (int pallet = first; pallet < last; pallet++) containers.add("PAL-" + pallet);
            give(shipped);
        }
    }

    private void unpack() {
        ObjectNode unpacked = draft("unpacked").put("container", "PAL-0");
        unpacked.putArray("containers").add("CASE-0");
        unpacked.put("to", PlantMasters.DISPATCH.text());
        give(unpacked);
    }

    private void giveBack(EventId birth) {
        ObjectNode delivered = draft("delivered");
        int pallets = units / CASE / PALLET;
        int last = 1 + (pallets - 2) / PALLETS_A_TRUCK * PALLETS_A_TRUCK;
        delivered.put("shipment", "TRUCK-" + last);
        delivered.put("consignee", PlantMasters.customer(0).code()).put("basis", "proven");
        give(delivered);
        ObjectNode returned = draft("returned").put("document", "RET-TABLETS");
        returned.put("customer", PlantMasters.customer(0).code());
        ObjectNode line = returned.putArray("lines").addObject();
        line.put("of", birth + "/" + (units - 1));
        ObjectNode as = line.putObject("as");
        as.put("ordinal", 0).put("units", 1);
        ObjectNode passport = as.putObject("passport");
        passport.put("item", TABLETS.code()).put("number", "TAB-1-R");
        serials(passport).add(serial(units - 1));
        as.put("quantity", "1 ea").put("to", PlantMasters.DISPATCH.text());
        give(returned);
    }

    private void found(String metric, String number) {
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            var finding = plant.world().inquiry().find(number);
            measured.add((System.nanoTime() - start) / 1e6);
            if (finding == null) throw new IllegalStateException(number + " is not found");
        }
        history.add(units, metric, Figures.of(measured));
    }
}
