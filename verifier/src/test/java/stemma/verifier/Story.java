package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ledger of a few events told by hand and sealed with a key, with what its server states. */
final class Story {
    static final String A = id(1);
    private static final String HEADS =
            "key\tbirth\tfirst_ordinal\tlast_ordinal\titem\tnumber\tunit\tvoided";
    private static final Sealing KEY = new Sealing("story");

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> stated = new LinkedHashMap<>();

    Story() {
        stated.put("lot", HEADS);
        stated.put("judgement", "lot\tfirst_ordinal\tlast_ordinal\tstatus");
        stated.put("balance", "lot\tplace\tquantity\tcatch_weight");
        stated.put("container", "code\tparent\tplace");
        stated.put("hold", "code\tdescent\treach\tlifted");
        stated.put("range", "lot\tfirst_ordinal\tlast_ordinal\tplace");
        stated.put("link", "side\trun\tlot\tfirst_ordinal\tlast_ordinal\tquantity\tevidence");
        stated.put(
                "into", "run\tlot\tfirst_ordinal\tlast_ordinal\toutput\toutput_first\toutput_last");
        stated.put(
                "flow",
                "direction\tvessel\tlot\tfirst_ordinal\tlast_ordinal\tquantity\tevidence"
                        + "\tfrom_micros\tto_micros");
    }

    /** Flour of 10 kg is received, 4 kg of it consumed in a run that yields 4 ea, and judged. */
    static Story bread() {
        return new Story()
                .event(1, received(1, "flour", "10 kg", 1))
                .event(2, consumed(2, A + "/0", "4 kg"))
                .event(3, produced(3, "4 ea"))
                .event(
                        4,
                        "\"event\":\"judged\",\"evidence\":\"keyed\",\"id\":\"" + id(4)
                                + "\",\"lots\":[\"" + A + "/0\"]," + OCCURRED
                                + ",\"site\":\"S\",\"status\":\"released\"")
                .state("lot", "1\t" + A + "\t0\t0\tflour\tF\tkg\tf")
                .state("lot", "2\t" + id(3) + "\t0\t0\tbread\tF\tea\tf")
                .state("balance", "1\tat:S/A\t6\t\\N")
                .state("balance", "1\tsupplier:M\t-10\t\\N")
                .state("balance", "1\trun:R\t4.0\t\\N")
                .state("balance", "2\tat:S/A\t4\t\\N")
                .state("balance", "2\trun:R\t-4\t\\N")
                .state("link", "FED\tR\t1\t0\t0\t4\t1")
                .state("link", "YIELDED\tR\t2\t0\t0\t4\t1")
                .state("judgement", "1\t0\t0\treleased");
    }

    /** The same, and what was consumed is voided. */
    static Story voided() {
        return bread().entry(5, 5, corrected(5, 2))
                .restate("balance", "1\tat:S/A\t6", "1\tat:S/A\t10")
                .restate("balance", "\n1\trun:R\t4.0\t\\N", "")
                .restate("link", "\nFED\tR\t1\t0\t0\t4\t1", "");
    }

    static final String OCCURRED =
            "\"occurredAt\":{\"from\":\"2026-05-01T09:55:00Z\",\"source\":\"device\","
                    + "\"to\":\"2026-05-01T09:55:00Z\",\"zone\":\"UTC\"}";

    static String id(int number) {
        return String.format("0190f5a0-0000-7000-8000-%012d", number);
    }

    static String birth(String item, String quantity, int units) {
        return "{\"ordinal\":0,\"passport\":{\"item\":\"" + item
                + "\",\"number\":\"F\"},\"quantity\":\"" + quantity
                + "\",\"status\":\"released\",\"to\":\"at:S/A\",\"units\":" + units + "}";
    }

    static String received(int id, String item, String quantity, int units) {
        return "\"event\":\"received\",\"evidence\":\"keyed\",\"id\":\"" + id(id) + "\",\"lots\":["
                + birth(item, quantity, units) + "]," + OCCURRED
                + ",\"receipt\":\"R-1\",\"site\":\"S\",\"supplier\":\"M\"";
    }

    static String consumed(int id, String lot, String quantity) {
        return "\"event\":\"consumed\",\"evidence\":\"keyed\",\"id\":\"" + id(id)
                + "\",\"inputs\":[{\"from\":\"at:S/A\",\"lot\":\"" + lot + "\",\"quantity\":\""
                + quantity
                + "\"}]," + OCCURRED
                + ",\"run\":{\"basis\":\"none\",\"id\":\"R\",\"kind\":\"production\"}"
                + ",\"site\":\"S\"";
    }

    /** Voids an event. */
    static String corrected(int id, int corrects) {
        return "{\"claim\":\"report\",\"corrects\":\"" + id(corrects)
                + "\",\"event\":\"corrected\",\"evidence\":\"keyed\",\"id\":\"" + id(id) + "\","
                + OCCURRED
                + ",\"site\":\"S\"}";
    }

    static String produced(int id, String quantity) {
        return "\"event\":\"produced\",\"evidence\":\"keyed\",\"id\":\"" + id(id) + "\"," + OCCURRED
                + ",\"outputs\":[" + birth("bread", quantity, 1)
                + "],\"run\":{\"basis\":\"none\",\"id\":\"R\",\"kind\":\"production\"}"
                + ",\"site\":\"S\"";
    }

    /** Adds an event under the number and id that its envelope bears. */
    Story event(int number, String members) {
        return entry(number, number, "{\"claim\":\"intent\"," + members + "}");
    }

    Story entry(int number, int id, String body) {
        lines.add("{\"actor\":\"otto\",\"device\":\"d\",\"id\":\"" + id(id)
                + "\",\"kind\":\"event\",\"recordedAt\":\"2026-05-01T10:00:"
                + two(number)
                + ".000000Z\",\"seq\":\"" + number + "\",\"session\":\"s\"}\t" + body);
        return this;
    }

    private static String two(int number) {
        return String.format("%02d", number);
    }

    Story state(String file, String row) {
        stated.merge(file, row, (rows, one) -> rows + "\n" + one);
        return this;
    }

    Story restate(String file, String from, String to) {
        String rows = stated.get(file);
        if (!rows.contains(from)) throw new IllegalArgumentException(from);
        stated.put(file, rows.replace(from, to));
        return this;
    }

    Report report() {
        return sealed().asked(Question.whole());
    }

    Kept sealed() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(Verification.JOURNAL, (String.join("\n", lines) + "\n").getBytes(UTF_8));
        files.put(
                "tables/catalog.item",
                "code\ttracking\nflour\tlot\nbread\tlot\npump\tserial\n".getBytes(UTF_8));
        stated.forEach((file, rows) -> files.put("stated/" + file, (rows + "\n").getBytes(UTF_8)));
        return KEY.sealed(new Kept(files));
    }
}
