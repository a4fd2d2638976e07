package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A day of a tablets plant by the wire, as scenarios/day-tablets.scenario tells it in small: units
 * with random numbers, in cases and pallets as chance has it. It remembers where it left each unit.
 */
final class TabletsDay {
    private static final int CASE = 100;
    private static final int PALLET = 50;
    private static final int TOGETHER = 50;
    private static final String PACKING = "at:MAIN/MAIN";
    private static final String COLD = "at:MAIN/COLD";

    final EventId birth;
    final List<String> serials;
    final String[] place;
    /** Where each container was left: in another, or at a place. */
    final Map<String, String> containers = new LinkedHashMap<>();
    /** The unit that came back, which goes on as a lot of its own. */
    final int returned;

    private final ApiPlant plant;
    private final ApiClient program;
    private final List<List<Integer>> cases = new ArrayList<>();

    TabletsDay(ApiPlant plant, int units, Random random) {
        this.plant = plant;
        program = plant.program();
        birth = EventId.of(plant.id());
        serials = numbers(units, random);
        place = new String[units];
        List<Integer> line = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) line.add(unit);
        Collections.shuffle(line, random);
        for (int at = 0; at < units; at += CASE) cases.add(line.subList(at, at + CASE));
        mint();
        pack();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) order.add(i);
        Collections.shuffle(order, random);
        load(order);
        open(order.subList(0, PALLET));
        fall(order.get(3));
        sample(cases.get(order.get(4)).getFirst());
        for (int pallet = 1; pallet < pallets() - 1; pallet++) ship(pallet, order);
        returned = cases.get(order.get(PALLET)).getLast();
        giveBack(returned);
    }

    private int pallets() {
        return cases.size() / PALLET;
    }

    private static List<String> numbers(int units, Random random) {
        Set<String> numbers = new HashSet<>();
        while (numbers.size() < units)
            numbers.add("T" + Long.toString(random.nextLong() >>> 12, 36).toUpperCase());
        List<String> shuffled = new ArrayList<>(new java.util.TreeSet<>(numbers));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private void mint() {
        String texts = serials.stream().map(s -> '"' + s + '"').collect(Collectors.joining(","));
        sent("""
                {"event":"produced","id":"%s","run":"WO-1","outputs":[{"units":%d,"quantity":"%d ea",
                 "to":"%s","passport":{"item":"blower","number":"TAB-1","serials":
                  {"prefix":"","first":0,"digits":0,"texts":[%s]}}}]}
                """.formatted(birth, serials.size(), serials.size(), PACKING, texts));
        Arrays.fill(place, PACKING);
    }

    private void pack() {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            events.add("""
                    {"event":"packed","id":"%s","container":"CASE-%d","at":"%s","basis":"observed",
                     "lines":[%s]}
                    """.formatted(plant.id(), i, PACKING, lines(cases.get(i), PACKING)));
            left(cases.get(i), inside(i));
            containers.put("CASE-" + i, PACKING);
        }
        many(events);
    }

    private void load(List<Integer> order) {
        List<String> events = new ArrayList<>();
        for (int pallet = 0; pallet < pallets(); pallet++) {
            List<Integer> on = order.subList(pallet * PALLET, (pallet + 1) * PALLET);
            events.add("""
                    {"event":"packed","id":"%s","container":"PAL-%d","at":"%s","basis":"observed",
                     "containers":[%s]}""".formatted(plant.id(), pallet, PACKING, codes(on)));
            for (int one : on) containers.put("CASE-" + one, "container:PAL-" + pallet);
            containers.put("PAL-" + pallet, PACKING);
        }
        many(events);
    }

    private void open(List<Integer> opened) {
        sent("""
                {"event":"unpacked","id":"%s","container":"PAL-0","containers":[%s],"to":"%s"}
                """.formatted(plant.id(), codes(opened), COLD));
        for (int one : opened) containers.put("CASE-" + one, COLD);
    }

    /** A case falls from the lift: what was in it is sorted out. */
    private void fall(int one) {
        sent("""
                {"event":"scrapped","id":"%s","reason":{"code":"dropped","text":""},"lines":[%s]}
                """.formatted(plant.id(), lines(cases.get(one), inside(one))));
        left(cases.get(one), "scrap");
    }

    private void sample(int unit) {
        sent("""
                {"event":"sampled","id":"%s","lines":[%s]}
                """.formatted(plant.id(), lines(List.of(unit), place[unit])));
        place[unit] = "sampled";
    }

    private void ship(int pallet, List<Integer> order) {
        sent("""
                {"event":"shipped","id":"%s","shipment":"SH-%d","consignee":"CornerShop",
                 "containers":["PAL-%d"]}""".formatted(plant.id(), pallet, pallet));
        for (int one : order.subList(pallet * PALLET, (pallet + 1) * PALLET))
            left(cases.get(one), "transit:SH-" + pallet);
        containers.put("PAL-" + pallet, "transit:SH-" + pallet);
    }

    private void giveBack(int unit) {
        sent("""
                {"event":"delivered","id":"%s","shipment":"SH-1","consignee":"CornerShop",
                 "basis":"proven"}""".formatted(plant.id()));
        for (int i = 0; i < place.length; i++)
            if (place[i].equals("transit:SH-1")) place[i] = "customer:CornerShop";
        sent("""
                {"event":"returned","id":"%s","document":"RET-1","customer":"CornerShop","lines":[
                 {"of":"%s/%d","as":{"quantity":"1 ea","to":"%s","passport":{"item":"blower",
                  "number":"TAB-1R","serials":{"prefix":"","first":0,"digits":0,"texts":["%s"]}}}}]}
                """.formatted(plant.id(), birth, unit, COLD, serials.get(unit)));
    }

    private void left(List<Integer> units, String where) {
        for (int unit : units) place[unit] = where;
    }

    private static String inside(int one) {
        return "container:CASE-" + one;
    }

    private static String codes(List<Integer> cases) {
        return cases.stream().map(c -> "\"CASE-" + c + '"').collect(Collectors.joining(","));
    }

    /** Units that chance has put side by side are named as a range, as a client would. */
    private String lines(List<Integer> units, String from) {
        int[] sorted = units.stream().mapToInt(Integer::intValue).sorted().toArray();
        List<String> lines = new ArrayList<>();
        for (int first = 0; first < sorted.length; ) {
            int next = first + 1;
            while (next < sorted.length && sorted[next] == sorted[next - 1] + 1) next++;
            Portion range =
                    new Portion(new stemma.identifiers.LotId(birth, sorted[first]), next - first);
            lines.add("{\"lot\":\"%s\",\"quantity\":\"%d ea\",\"from\":\"%s\"}"
                    .formatted(range, next - first, from));
            first = next;
        }
        return String.join(",", lines);
    }

    private void many(List<String> events) {
        IntStream.iterate(0, at -> at < events.size(), at -> at + TOGETHER).forEach(at -> {
            List<String> some = events.subList(at, Math.min(at + TOGETHER, events.size()));
            var reply = program.post(
                    "/api/v1/events", "{\"submissions\":[" + String.join(",", some) + "]}");
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.body()).doesNotContain("refused");
        });
    }

    private void sent(String body) {
        var reply = program.post("/api/v1/events", body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }
}
