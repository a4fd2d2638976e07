package stemma.bench;

import stemma.access.Permission;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer;
import stemma.catalog.Item;
import stemma.catalog.OrderLine;
import stemma.catalog.SalesOrder;
import stemma.catalog.Standing;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.journal.CanonicalJson;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A tablets plant as its packing line tells it over HTTP: units with random serials are minted,
 * packed by their serials in cases as they happen to come, the cases on pallets as they happen to
 * come, and shipped for an order; then one pallet is unpacked, one unit returned, and each found by
 * its number.
 */
final class Serials {
    static final Set<Permission> ACTS = Set.of(
            Permission.SEE_RECORD,
            Permission.APPEND_EVENTS,
            Permission.MOVE,
            Permission.PRODUCE,
            Permission.RECEIVE,
            Permission.SHIP);

    private static final int CASE = 10;
    private static final int PALLET = 100;
    private static final int PALLETS_A_TRUCK = 10;
    private static final int ROUNDS = 20;
    static final ItemCode TABLETS = new ItemCode("TABLETS");
    private static final String ORDER = "SO-TABLETS";

    private final OwnServer server;
    private final Drafts drafts;
    private final History history;
    private final int units;
    private final List<Integer> asTheyCome;
    private final List<Integer> casesAsTheyCome;

    private Serials(OwnServer server, History history, int units) {
        this.server = server;
        this.drafts = new Drafts(server);
        this.history = history;
        this.units = units;
        this.asTheyCome = shuffled(units);
        this.casesAsTheyCome = shuffled(units / CASE);
    }

    private static List<Integer> shuffled(int size) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(all, new Random(size));
        return all;
    }

    /** Tells the day to a server on the data, whose masters are defined. */
    static void run(Path data, String token, History history, int units) {
        try (OwnServer server = new OwnServer(data, token)) {
            new Serials(server, history, units).run();
            new SerialFile(server, history).run();
        }
    }

    /** Writes the masters of the day. */
    static void define(RunningPlant plant, int units) {
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

    private void run() {
        double minted = seconds(this::mint);
        double packed = seconds(this::pack);
        double loaded = seconds(this::load);
        double shipped = seconds(this::ship);
        history.add(units, "serials.minted", minted, "s");
        history.add(units, "serials.in_cases", packed, "s");
        history.add(units, "serials.on_pallets", loaded, "s");
        history.add(units, "serials.shipped", shipped, "s");
        history.add(units, "serials.in_all", minted + packed + loaded + shipped, "s");
        history.add(units, "serials.pallet_unpacked", 1000 * seconds(this::unpack), "ms");
        deliver();
        history.add(units, "serials.unit_returned", 1000 * seconds(this::giveBack), "ms");
        written();
        found("serials.find_unit", serial(lastShipped()));
        found("serials.find_pallet", "PAL-0");
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

    private void mint() {
        ObjectNode produced = drafts.draft("produced");
        produced.put("run", "WO-TABLETS");
        ObjectNode block = produced.putArray("outputs").addObject();
        block.put("ordinal", 0).put("units", units);
        ArrayNode texts = serials(Drafts.passport(block, TABLETS.code(), "TAB-1"));
        for (int unit = 0; unit < units; unit++) texts.add(serial(unit));
        block.put("quantity", units + " ea").put("to", PlantMasters.FINISHED.text());
        drafts.give(produced);
    }

    private static ArrayNode serials(ObjectNode passport) {
        ObjectNode serials = passport.putObject("serials");
        serials.put("prefix", "").put("first", 0).put("digits", 0);
        return serials.putArray("texts");
    }

    private void pack() {
        List<ObjectNode> cases = new ArrayList<>();
        for (int first = 0; first < units; first += CASE) {
            ObjectNode packed = packed("CASE-" + first / CASE);
            ArrayNode lines = packed.putArray("lines");
            for (int unit : asTheyCome.subList(first, first + CASE))
                lines.addObject()
                        .put("lot", serial(unit))
                        .put("quantity", "1 ea")
                        .put("from", PlantMasters.FINISHED.text());
            cases.add(packed);
        }
        drafts.give(cases);
    }

    private ObjectNode packed(String container) {
        return drafts.draft("packed")
                .put("container", container)
                .put("at", PlantMasters.FINISHED.text())
                .put("basis", "observed");
    }

    private void load() {
        List<ObjectNode> pallets = new ArrayList<>();
        for (int pallet = 0; pallet < units / CASE / PALLET; pallet++) {
            ObjectNode packed = packed("PAL-" + pallet);
            ArrayNode cases = packed.putArray("containers");
            for (int i = 0; i < PALLET; i++)
                cases.add("CASE-" + casesAsTheyCome.get(pallet * PALLET + i));
            pallets.add(packed);
        }
        drafts.give(pallets);
    }

    private int pallets() {
        return units / CASE / PALLET;
    }

    /** The first pallet stays. */
    private void ship() {
        for (int first = 1; first < pallets(); first += PALLETS_A_TRUCK) {
            ObjectNode shipped = drafts.draft("shipped");
            shipped.put("shipment", "TRUCK-" + first).put("order", ORDER);
            shipped.put("consignee", PlantMasters.customer(0).code());
            ArrayNode containers = shipped.putArray("containers");
            int last = Math.min(pallets(), first + PALLETS_A_TRUCK);
            for (int pallet = first; pallet < last; pallet++) containers.add("PAL-" + pallet);
            drafts.give(shipped);
        }
    }

    private void unpack() {
        ObjectNode unpacked = drafts.draft("unpacked").put("container", "PAL-0");
        for (int i = 0; i < PALLET; i++)
            unpacked.withArray("containers").add("CASE-" + casesAsTheyCome.get(i));
        unpacked.put("to", PlantMasters.DISPATCH.text());
        drafts.give(unpacked);
    }

    private void deliver() {
        ObjectNode delivered = drafts.draft("delivered");
        int last = 1 + (pallets() - 2) / PALLETS_A_TRUCK * PALLETS_A_TRUCK;
        delivered.put("shipment", "TRUCK-" + last);
        delivered.put("consignee", PlantMasters.customer(0).code()).put("basis", "proven");
        drafts.give(delivered);
    }

    /** Returns a unit of the last pallet. */
    private int lastShipped() {
        return asTheyCome.get(casesAsTheyCome.getLast() * CASE);
    }

    private void giveBack() {
        ObjectNode returned = drafts.draft("returned").put("document", "RET-TABLETS");
        returned.put("customer", PlantMasters.customer(0).code());
        ObjectNode line = returned.putArray("lines").addObject();
        line.put("of", serial(lastShipped()));
        ObjectNode as = line.putObject("as");
        as.put("ordinal", 0).put("units", 1);
        serials(Drafts.passport(as, TABLETS.code(), "TAB-1-R")).add(serial(lastShipped()));
        as.put("quantity", "1 ea").put("to", PlantMasters.DISPATCH.text());
        drafts.give(returned);
    }

    /** Every serial of the lot with what became of it, as a file. */
    private void written() {
        List<Double> perSecond = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            byte[] file = server.answer(server.get("/trace/serials.csv", "lot", "TAB-1"));
            perSecond.add(units / ((System.nanoTime() - start) / 1e9));
            long lines = new String(file, StandardCharsets.UTF_8).lines().count();
            if (lines < units)
                throw new IllegalStateException("the file has but " + lines + " lines");
        }
        history.add(units, "serials.written_per_s", Figures.of(perSecond).p50(), "1/s");
    }

    private void found(String metric, String number) {
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            byte[] body = server.answer(server.get("/api/v1/find", "q", number));
            measured.add((System.nanoTime() - start) / 1e6);
            if (CanonicalJson.read(body).path("meaning").asString("none").equals("none"))
                throw new IllegalStateException(number + " is not found");
        }
        history.add(units, metric, Figures.of(measured));
    }
}
