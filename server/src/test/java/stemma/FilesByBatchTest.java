package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stemma.exchange.EventFile;
import stemma.identifiers.ActorId;
import stemma.journal.Author;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** A line of a file means what it means after the lines before it, whatever is read ahead. */
class FilesByBatchTest {
    private static final Author IMPORT = new Author(ActorId.of("ivo"), "import", "console");
    private static ApiPlant plant;
    private static ApiClient ivo;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1_000})
    void a_number_means_what_the_lines_before_have_made_of_it(int batch) throws IOException {
        String number = "N-" + batch;
        String birth = plant.id();
        EventFile.Report report = read(
                batch,
                plant.receipt(birth, number, "100 kg"),
                plant.use(plant.id(), "flour:" + number, "1 kg"),
                plant.receipt(plant.id(), number, "100 kg"),
                plant.use(plant.id(), "flour:" + number, "2 kg"),
                plant.use(plant.id(), birth + "/0", "4 kg"));
        assertThat(report.appended()).isEqualTo(4);
        assertThat(told(report)).containsExactly("4 lot_ambiguous");
        assertThat(card(birth)).contains("95 kg");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void a_lot_of_the_lines_before_is_counted_in_its_unit(int batch) throws IOException {
        String birth = plant.id();
        EventFile.Report report = read(
                batch,
                plant.receipt(birth, "U-" + batch, "100 lb"),
                plant.use(plant.id(), birth + "/0", "10 lb"),
                plant.use(plant.id(), birth + "/0", "1 drum"),
                plant.use(plant.id(), birth + "/0", "10 lb"));
        assertThat(told(report)).containsExactly("3 unit_wrong");
        assertThat(card(birth)).contains("36.2873896 kg");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void an_unknown_lot_is_opened_once_however_often_it_is_named(int batch) throws IOException {
        String number = "flour:UNKNOWN-" + batch;
        EventFile.Report report = read(
                batch,
                reported(plant.use(plant.id(), number, "1 kg")),
                reported(plant.use(plant.id(), number, "2 kg")));
        assertThat(report.failures()).isEmpty();
        assertThat(ivo.get("/api/v1/find?q=UNKNOWN-" + batch).body())
                .containsOnlyOnce("\"number\":\"UNKNOWN-" + batch);
    }

    /** Of 2,600 lines some are decided while others are written, when they go together. */
    @ParameterizedTest
    @ValueSource(ints = {700, 2_600})
    void lines_that_are_decided_together_stand_as_one_by_one(int batch) throws IOException {
        String birth = plant.id();
        List<String> lines = new ArrayList<>();
        lines.add(plant.receipt(birth, "T-" + batch, "2000 kg"));
        for (int i = 1; i < 2_597; i++)
            lines.add(plant.use(plant.id(), birth + "/0", i % 500 == 0 ? "1 drum" : "1 kg"));
        lines.add(lines.get(1));
        lines.add(plant.use(idOf(lines.get(2)), birth + "/0", "3 kg"));
        lines.add(plant.receipt(plant.id(), "T2-" + batch, "5 kg"));
        EventFile.Report report = read(batch, lines.toArray(String[]::new));
        assertThat(report.appended()).isEqualTo(2_002);
        assertThat(report.repeated()).isEqualTo(1);
        List<String> expected = new ArrayList<>();
        for (int line = 2; line <= 2_597; line++) {
            if ((line - 1) % 500 == 0) expected.add(line + " unit_wrong");
            else if (line > 2_005) expected.add(line + " not_enough");
        }
        expected.add("2599 event_id_reused");
        assertThat(told(report)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(card(birth)).contains("\"0 kg\"");
    }

    private static String idOf(String event) {
        return event.replaceAll("(?s).*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static String reported(String event) {
        return event.replace("{\"event\"", "{\"claim\":\"report\",\"event\"");
    }

    private static EventFile.Report read(int batch, String... events) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String event : events) lines.add(event.replaceAll("\\s*\n\\s*", ""));
        return new EventFile(plant.world.intake(), batch)
                .read(
                        new BufferedReader(new StringReader(String.join("\n", lines))),
                        IMPORT,
                        done -> {});
    }

    private static List<String> told(EventFile.Report report) {
        return report.failures().stream().map(f -> f.line() + " " + f.code()).toList();
    }

    private static String card(String birth) {
        return ivo.get("/api/v1/lots/" + birth + "/0").body();
    }
}
