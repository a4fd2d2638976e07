package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A day's packs are minted in one request, with numbers that nobody can guess. */
class SerialBlocksTest {
    private static final int UNITS = 100_000;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static ApiPlant plant;
    private static ApiClient ivo;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        plant.define(Item.of(new ItemCode("pack"), "Pack", Unit.EACH, Tracking.SERIAL)
                .with(ItemPolicy.USUAL.withStatusAtProduction(InitialStatus.RELEASED)));
        ivo = plant.program();
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    @Test
    void a_hundred_thousand_random_numbers_are_minted_in_seconds_and_each_is_a_unit() {
        List<String> serials = random(UNITS, 7);
        long began = System.nanoTime();
        Reply reply = ivo.post("/api/v1/events", block(plant.id(), serials));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
        String one = serials.get(99_000);
        Reply moved = ivo.post("/api/v1/events", """
                {"event":"moved","id":"%s","site":"MAIN","to":"at:MAIN/COLD",
                 "lines":[{"lot":"%s","quantity":"1 ea","from":"at:MAIN/MAIN"}]}
                """.formatted(plant.id(), one));
        assertThat(moved.status()).as(moved.body()).isEqualTo(201);
        Reply found = ivo.get("/api/v1/find?q=" + one);
        assertThat(found.json().path("candidates").path(0).path("page").asString())
                .endsWith("/99000");
    }

    @Test
    void no_number_is_given_twice_in_a_block_or_over_two() {
        List<String> serials = new ArrayList<>(random(500, 8));
        assertThat(ivo.post("/api/v1/events", block(plant.id(), serials)).status())
                .isEqualTo(201);
        List<String> others = new ArrayList<>(random(500, 9));
        others.set(400, serials.get(7).toLowerCase(Locale.ROOT));
        assertThat(ivo.post("/api/v1/events", block(plant.id(), others)).code())
                .isEqualTo("serial_taken");
        others.set(400, others.getFirst());
        assertThat(ivo.post("/api/v1/events", block(plant.id(), others)).code())
                .isEqualTo("serial_taken");
    }

    @Test
    void of_blocks_that_share_one_number_and_come_at_once_only_one_is_minted() {
        String shared = "SHARED-1";
        List<CompletableFuture<Integer>> minted = IntStream.range(0, 4)
                .mapToObj(place -> {
                    List<String> serials = new ArrayList<>(random(200, 20 + place));
                    serials.set(50 * place, shared);
                    String body = block(plant.id(), serials);
                    return CompletableFuture.supplyAsync(
                            () -> ivo.post("/api/v1/events", body).status());
                })
                .toList();
        assertThat(minted.stream().map(CompletableFuture::join)).containsOnlyOnce(201);
    }

    private static String block(String id, List<String> serials) {
        return """
                {"event":"produced","id":"%s","site":"MAIN","run":"WO-9","outputs":[{
                 "units":%d,"quantity":"%d ea","to":"at:MAIN/MAIN","passport":{
                  "item":"pack","number":"P-1","serials":{"prefix":"","first":0,"digits":0,
                  "texts":[%s]}}}]}
                """.formatted(
                        id,
                        serials.size(),
                        serials.size(),
                        serials.stream().map(s -> '"' + s + '"').collect(Collectors.joining(",")));
    }

    private static List<String> random(int many, int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, many)
                .mapToObj(i -> seed + "-"
                        + Long.toString(1_000_000_000_000L + i * 7_919L + random.nextInt(7_000), 36)
                                .toUpperCase(Locale.ROOT))
                .toList();
    }
}
