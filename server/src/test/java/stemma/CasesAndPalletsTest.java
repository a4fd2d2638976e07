package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A block of units is packed into cases of a hundred and pallets of fifty cases, by the wire; then
 * one pallet is unpacked and one unit found by its number. {@code -Dstemma.units=100000} for the
 * size of a day.
 */
class CasesAndPalletsTest {
    private static final int UNITS = Integer.getInteger("stemma.units", 5_000);
    private static final int CASE = 100;
    private static final int PALLET = 50;

    @Test
    void units_are_packed_in_their_order() {
        try (ApiPlant plant = ApiPlant.stocked()) {
            new Packing(plant, "ordered").run(order(false));
        }
    }

    @Test
    void units_are_packed_in_any_order() {
        try (ApiPlant plant = ApiPlant.stocked()) {
            new Packing(plant, "shuffled").run(order(true));
        }
    }

    private static List<Integer> order(boolean shuffled) {
        List<Integer> units = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) units.add(i);
        if (shuffled) Collections.shuffle(units, new Random(7));
        return units;
    }

    private record Packing(ApiPlant plant, ApiClient program, String name) {
        Packing(ApiPlant plant, String name) {
            this(plant, plant.program(), name);
        }

        void run(List<Integer> units) {
            String birth = plant.id();
            long start = System.nanoTime();
            mint(birth);
            long minted = System.nanoTime();
            pack(birth, units);
            long packed = System.nanoTime();
            load();
            long loaded = System.nanoTime();
            ship();
            long shipped = System.nanoTime();
            System.out.printf(
                    "%s, %d units: minted %d ms, cases %d ms, pallets %d ms, shipped %d ms%n",
                    name,
                    UNITS,
                    (minted - start) / 1_000_000,
                    (packed - minted) / 1_000_000,
                    (loaded - packed) / 1_000_000,
                    (shipped - loaded) / 1_000_000);
            found();
        }

        private void mint(String birth) {
            StringBuilder serials = new StringBuilder();
            for (int i = 0; i < UNITS; i++)
                serials.append(i == 0 ? "" : ",").append('"').append(serial(i)).append('"');
            String body = "{\"event\":\"produced\",\"id\":\"" + birth
                    + "\",\"run\":\"WO-1\",\"outputs\":[{\"units\":" + UNITS
                    + ",\"passport\":{\"item\":\"blower\",\"number\":\"B-1\","
                    + "\"serials\":{\"prefix\":\"\",\"first\":0,\"digits\":0,\"texts\":["
                    + serials + "]}},\"quantity\":\"" + UNITS
                    + " ea\",\"to\":\"at:MAIN/MAIN\"}]}";
            sent(body);
        }

        private static String serial(int i) {
            return "S" + Long.toString(1_000_000_007L * (i + 1) % 99_999_999_977L, 36);
        }

        private void pack(String birth, List<Integer> units) {
            List<String> events = new ArrayList<>();
            for (int at = 0; at < UNITS; at += CASE) {
                StringBuilder lines = new StringBuilder();
                List<Integer> in =
                        units.subList(at, at + CASE).stream().sorted().toList();
                for (int i = 0; i < in.size(); ) {
                    int end = i + 1;
                    while (end < in.size() && in.get(end) == in.get(end - 1) + 1) end++;
                    int count = end - i;
                    lines.append(i == 0 ? "" : ",")
                            .append("{\"lot\":\"" + birth + "/" + in.get(i))
                            .append(count == 1 ? "" : ".." + in.get(end - 1))
                            .append("\",\"quantity\":\"" + count
                                    + " ea\",\"from\":\"at:MAIN/MAIN\"}");
                    i = end;
                }
                events.add("{\"event\":\"packed\",\"id\":\"" + plant.id() + "\",\"container\":\"C-"
                        + at / CASE
                        + "\",\"at\":\"at:MAIN/MAIN\",\"basis\":\"observed\",\"lines\":["
                        + lines + "],\"containers\":[]}");
            }
            many(events, 100);
        }

        private void load() {
            List<String> events = new ArrayList<>();
            for (int at = 0; at < UNITS / CASE; at += PALLET) {
                List<String> cases = new ArrayList<>();
                for (int i = at; i < Math.min(at + PALLET, UNITS / CASE); i++)
                    cases.add("\"C-" + i + "\"");
                events.add("{\"event\":\"packed\",\"id\":\"" + plant.id() + "\",\"container\":\"P-"
                        + at / PALLET + "\",\"at\":\"at:MAIN/MAIN\",\"basis\":\"observed\","
                        + "\"lines\":[],\"containers\":" + cases + "}");
            }
            many(events, 100);
        }

        private void ship() {
            for (int i = 1; i < UNITS / CASE / PALLET; i++)
                sent("{\"event\":\"shipped\",\"id\":\"" + plant.id() + "\",\"shipment\":\"SH-" + i
                        + "\",\"consignee\":\"CornerShop\",\"lines\":[],\"containers\":[\"P-" + i
                        + "\"]}");
        }

        private void found() {
            String unpack = "{\"event\":\"unpacked\",\"id\":\"" + plant.id()
                    + "\",\"container\":\"P-0\",\"lines\":[],\"containers\":[\"C-1\"],"
                    + "\"to\":\"at:MAIN/COLD\"}";
            sent(unpack);
            assertThat(program.get("/api/v1/stock?by=container&container=C-1").body())
                    .contains("\"place\":\"at:MAIN/COLD\"");
            assertThat(program.get("/api/v1/stock?by=container&container=C-0").body())
                    .contains("\"place\":\"at:MAIN/MAIN\"");
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                var reply = program.get("/api/v1/find?q=" + serial(UNITS / 2 + i));
                best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
                assertThat(reply.body()).contains(serial(UNITS / 2 + i), "B-1");
            }
            System.out.println(name + ": a unit found in " + best + " ms");
        }

        private void many(List<String> events, int together) {
            for (int at = 0; at < events.size(); at += together) {
                String body = "{\"submissions\":["
                        + String.join(
                                ",", events.subList(at, Math.min(at + together, events.size())))
                        + "]}";
                var reply = program.post("/api/v1/events", body);
                assertThat(reply.status()).as(reply.body()).isEqualTo(200);
                assertThat(reply.body()).doesNotContain("refused").doesNotContain("\"problem\"");
            }
        }

        private void sent(String body) {
            var reply = program.post("/api/v1/events", body);
            assertThat(reply.status())
                    .as(reply.body().substring(0, Math.min(400, reply.body().length())))
                    .isEqualTo(201);
        }
    }
}
