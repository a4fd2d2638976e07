package stemma.bench;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * A hundred blocks of a hundred thousand numbered tablets, all of one raw lot, every second of them
 * shipped in truckloads of ten thousand; then the file of all that contain the raw lot, over HTTP,
 * read line by line as it comes.
 */
final class SerialFile {
    private static final int BLOCKS = 100;
    private static final int UNITS = 100_000;
    private static final int TRUCK = 10_000;
    private static final int WARM_ROUNDS = 2;
    private static final int ROUNDS = 5;
    private static final String RAW_LOT = "RAW-OF-ALL";
    private static final String RUN = "WO-BLOCKS";

    private final OwnServer server;
    private final Drafts drafts;
    private final History history;

    /** Asks a server on whose data {@link Serials#define} has written the masters. */
    SerialFile(OwnServer server, History history) {
        this.server = server;
        this.drafts = new Drafts(server);
        this.history = history;
    }

    void run() {
        receive();
        consume();
        for (int block = 0; block < BLOCKS; block++) {
            String made = make(block);
            if (block % 2 == 0) ship(made, block);
        }
        int all = BLOCKS * UNITS;
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
            long start = System.nanoTime();
            long lines = server.lines(server.get("/trace/serials.csv", "lot", RAW_LOT));
            if (lines < all)
                throw new IllegalStateException("the file has but " + lines + " lines");
            if (round >= WARM_ROUNDS) measured.add((System.nanoTime() - start) / 1e6);
        }
        history.add(all, "serials.file_of_ten_million", Figures.of(measured));
    }

    private void receive() {
        ObjectNode received = drafts.draft("received").put("receipt", "RCPT-BLOCKS");
        received.put("supplier", PlantMasters.supplier(0).code());
        ObjectNode birth = received.putArray("lots").addObject();
        var unused = Drafts.passport(birth, PlantMasters.raw(0).code(), RAW_LOT);
        birth.put("quantity", "1000 kg").put("to", PlantMasters.LINE.text());
        drafts.give(received);
    }

    private void consume() {
        ObjectNode consumed = drafts.draft("consumed").put("run", RUN);
        ObjectNode input = consumed.putArray("inputs").addObject();
        input.put("lot", RAW_LOT).put("quantity", "1000 kg").put("from", PlantMasters.LINE.text());
        drafts.give(consumed);
    }

    /** Returns the id of the event that made the block. */
    private String make(int block) {
        ObjectNode produced = drafts.draft("produced").put("run", RUN);
        ObjectNode birth = produced.putArray("outputs").addObject();
        birth.put("ordinal", 0).put("units", UNITS);
        ObjectNode serials = Drafts.passport(birth, Serials.TABLETS.code(), "BLOCK-" + block)
                .putObject("serials");
        serials.put("prefix", "B" + block + "-").put("first", 0).put("digits", 6);
        birth.put("quantity", UNITS + " ea").put("to", PlantMasters.FINISHED.text());
        drafts.give(produced);
        return produced.path("id").asString();
    }

    private void ship(String made, int block) {
        for (int first = 0; first < UNITS; first += TRUCK) {
            int truck = (block * UNITS + first) / TRUCK;
            ObjectNode shipped = drafts.draft("shipped").put("shipment", "BLOCKS-" + truck);
            shipped.put(
                    "consignee",
                    PlantMasters.customer(truck % PlantMasters.CUSTOMERS).code());
            shipped.putArray("lines")
                    .addObject()
                    .put("lot", made + "/" + first + ".." + (first + TRUCK - 1))
                    .put("quantity", TRUCK + " ea")
                    .put("from", PlantMasters.FINISHED.text());
            drafts.give(shipped);
        }
    }
}
