package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;

/** Who reads a trace, a lot, a run or an order sees which equipment was not fit at its use. */
class UnfitUsesTest {
    private static final String FOUND = "SCALE-8 was found bad by its calibration C-2 after it.";
    private static ApiPlant plant;
    private static ApiClient ivo;
    private static ApiClient quinn;
    private static ApiClient yolanda;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
        plant.site("YORK", "DOCK");
        yolanda = plant.personAt("YORK", "yolanda", Role.QUALITY);
        plant.define(Resource.of(
                new ResourceCode("SCALE-8"), "Scale", ResourceKind.TOOL, new SiteCode("MAIN")));
        told("""
                {"id":"%s","resource":"SCALE-8","entry":"calibrated","asFound":"passed",
                 "asLeft":"passed","certificate":"C-1","calibratedBy":"M",
                 "at":"2026-05-01T06:00:00Z","validUntil":"2099-01-01"}""");
        recorded("""
                {"event":"produced","id":"%s","site":"MAIN",
                 "run":{"id":"W-88","order":"WO-88","kind":"production","basis":"none"},
                 "resources":[{"resource":"SCALE-8","role":"scale"}],
                 "outputs":[{"passport":{"item":"bread","number":"B-88"},"quantity":"9 ea",
                             "to":"at:MAIN/MAIN"}]}""");
        String moved = """
                {"event":"moved","id":"%%s","site":"%s","to":"%s",
                 "lines":[{"lot":"B-88","quantity":"2 ea","from":"%s"}]}""";
        recorded(moved.formatted("MAIN", "transfer:YORK/T-1", "at:MAIN/MAIN"));
        recorded(moved.formatted("YORK", "at:YORK/DOCK", "transfer:YORK/T-1"));
        told("""
                {"id":"%s","resource":"SCALE-8","entry":"calibrated","asFound":"failed",
                 "asLeft":"failed","certificate":"C-2","calibratedBy":"M"}""");
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static void told(String entry) {
        Reply reply = ivo.post("/api/v1/upkeep/entries", entry.formatted(plant.id()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static void recorded(String event) {
        Reply reply = ivo.post("/api/v1/events", event.formatted(plant.id()));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    @Test
    void every_page_and_file_that_tells_of_what_was_made_names_the_use() throws Exception {
        for (String path : new String[] {
            "/trace?lot=B-88&direction=backward",
            "/trace?lot=B-88&direction=both&view=table",
            "/trace.csv?lot=B-88&direction=forward",
            "/trace.json?lot=B-88&direction=forward",
            "/lots/card?lot=B-88",
            "/api/v1/lots/card?lot=B-88",
            "/runs/W-88",
            "/api/v1/runs/W-88",
            "/work-orders?code=WO-88",
            "/api/v1/progress/work-orders?code=WO-88"
        }) assertThat(quinn.get(path).body()).as(path).contains(FOUND);
        assertThat(quinn.get("/trace.svg?lot=B-88&direction=forward").body())
                .contains("1 use of equipment that was not fit.");
        try (var paper = Loader.loadPDF(
                quinn.file("/trace.pdf?lot=B-88&direction=forward").body())) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                    .contains("1 use of equipment that was not fit.", "run W-88", FOUND);
        }
    }

    @Test
    void a_program_reads_it_with_the_trace() {
        var traced = ivo.post(
                        "/api/v1/traces",
                        "{\"roots\":[{\"lot\":\"B-88\"}],\"direction\":\"backward\"}")
                .json();
        var use = traced.path("equipment").path(0);
        assertThat(traced.path("equipment").size()).isEqualTo(1);
        assertThat(use.path("run").asString("")).isEqualTo("W-88");
        assertThat(use.path("wrong").path(0).path("kind").asString(""))
                .isEqualTo("found_bad_later");
    }

    @Test
    void what_was_used_at_another_site_is_counted_and_not_named() {
        String trace = yolanda.get("/trace?lot=B-88&direction=backward").body();
        assertThat(trace).contains("and 1 use at sites you may not see").doesNotContain("SCALE-8");
        assertThat(yolanda.get("/trace.json?lot=B-88&direction=backward")
                        .json()
                        .path("unseenEquipment")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void as_known_at_an_earlier_moment_it_says_that_it_is_of_today() {
        assertThat(quinn.get("/trace?lot=B-88&direction=backward&knownAt=2099-01-01T00:00:00Z")
                        .body())
                .contains("This is told as it is known today.");
    }
}
