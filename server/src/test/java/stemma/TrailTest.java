package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Role;
import stemma.audit.TrailQuery;
import stemma.catalog.Item;
import stemma.identifiers.ItemCode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The trail as somebody reads it who checks. */
class TrailTest {
    private static ApiPlant plant;
    private static ApiClient program;
    private static ApiClient audra;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        program = plant.program();
        audra = plant.person("audra", Role.AUDITOR);
        program.post("/api/v1/events", plant.receipt(plant.id(), "F-101", "500 kg"));
        program.post("/api/v1/events", plant.use(plant.id(), "F-101", "20 kg"));
        program.post("/api/v1/events", plant.use(plant.id(), "F-101", "900 kg"));
        for (int i = 0; i < 30; i++)
            program.post("/api/v1/events", plant.receipt(plant.id(), "G-" + i, "1 kg"));
        plant.define(renamed());
        plant.world.sealer().seal();
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static Item renamed() {
        Item flour = plant.world
                .catalog()
                .items(List.of(new ItemCode("flour")))
                .get(new ItemCode("flour"));
        return Item.of(flour.code(), "Wheat flour", flour.baseUnit(), flour.tracking())
                .with(flour.policy());
    }

    private static String csv(String query) {
        return new String(audra.file("/trail.csv" + query).body(), StandardCharsets.UTF_8);
    }

    private static long linesOf(String csv) {
        return csv.lines().filter(line -> line.matches("\\d+,\\d*,.*")).count();
    }

    @Test
    void a_line_tells_who_what_from_what_to_what_when_and_why() {
        String page =
                audra.get("/trail?subject=item:FLOUR&action=master_revised").body();
        assertThat(page)
                .contains("master revised", "<del>flour</del>", "<ins>Wheat flour</ins>")
                .contains("the plant", "ada", "session 0")
                .contains(" UTC</span></time>")
                .doesNotContain("received");
    }

    @Test
    void each_condition_leaves_only_what_fits_it() {
        assertThat(linesOf(csv("?action=received"))).isEqualTo(31);
        assertThat(linesOf(csv("?subject=f-101&refusals=without"))).isEqualTo(2);
        assertThat(csv("?refusals=only")).contains("not_enough").doesNotContain(",received,");
        assertThat(linesOf(csv("?item=bread&action=master_defined"))).isEqualTo(1);
        assertThat(linesOf(csv("?site=MAIN&action=consumed"))).isEqualTo(1);
        assertThat(linesOf(csv("?site=ELSEWHERE"))).isZero();
        assertThat(linesOf(csv("?to=2020-01-01"))).isZero();
        assertThat(linesOf(csv("?from=2020-01-01&action=consumed"))).isEqualTo(1);
        assertThat(linesOf(csv("?person=ada&refusals=without"))).isGreaterThan(5);
    }

    @Test
    void pages_go_on_by_seq_and_lose_nothing() {
        String first = audra.get("/trail").body();
        assertThat(first).contains("50 lines of 50 entries read");
        assertThat(audra.get("/trail?order=oldest").body()).contains("master defined");
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1");
        assertThat(next).startsWith("/trail?after=");
        assertThat(audra.get(next).status()).isEqualTo(200);
        assertThat(audra.get("/trail?after=x").status()).isEqualTo(422);
        assertThat(audra.get("/trail?from=yesterday").status()).isEqualTo(422);
    }

    @Test
    void a_line_leads_to_its_proof() {
        String page = audra.get("/trail?action=master_revised").body();
        String entry = page.replaceAll("(?s).*href=\"(/trail/entries/[^\"]*)\".*", "$1");
        String shown = audra.get(entry).body();
        assertThat(shown).contains("Its hash in the log", "proof.txt");
        String id = entry.substring("/trail/entries/".length());
        assertThat(new String(
                        audra.file("/events/" + id + "/proof.txt").body(), StandardCharsets.UTF_8))
                .contains("master_revised");
        assertThat(audra.get("/trail/entries/" + plant.id()).status()).isEqualTo(404);
    }

    @Test
    void a_file_that_leaves_is_one_entry_and_a_page_is_none() {
        for (String file : List.of(
                "/trail.csv",
                "/trail.xlsx",
                "/trail.pdf?action=consumed",
                "/trace.csv?lot=F-101")) {
            int before = exports();
            audra.file(file);
            assertThat(exports()).as(file).isEqualTo(before + 1);
        }
        int before = exports();
        audra.get("/trail");
        audra.get("/trail.csv?from=yesterday");
        assertThat(exports()).isEqualTo(before);
    }

    private static int exports() {
        return plant.world
                .audit()
                .trail(TrailQuery.all().doing("exported").limit(TrailQuery.MOST))
                .entries()
                .size();
    }

    @Test
    void the_paper_says_what_was_asked_by_whom_when_and_how_far_it_was_sealed() throws Exception {
        byte[] pdf = audra.file("/trail.pdf?subject=F-101").body();
        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("about \"F-101\"", "sealed size", "audra Example", "SHA-256")
                    .contains("page 1 of " + paper.getNumberOfPages())
                    .contains("consumed", "not_enough");
        }
    }

    @Test
    void a_review_binds_its_slice_and_what_came_since_is_told() {
        ApiClient quinn = plant.person("quinn", Role.QUALITY);
        String path = "/trail/review?action=consumed";
        String shown = quinn.get(path).body();
        assertThat(shown).contains("Nobody has reviewed", "sealed size");
        String form = "signer=quinn&_csrf=" + quinn.formToken() + "&password="
                + ApiPlant.PASSWORD.replace(" ", "+");
        for (String field : List.of("sealedSize", "lines", "digest"))
            form += "&" + field + "="
                    + shown.replaceAll("(?s).*name=\"" + field + "\" value=\"(\\w*)\".*", "$1");
        String type = "application/x-www-form-urlencoded";
        String other = form.replaceAll("lines=\\d+", "lines=77");
        assertThat(quinn.post(path, other, "Content-Type", type).status()).isEqualTo(409);
        assertThat(quinn.post(path, form, "Content-Type", type).status()).isEqualTo(303);
        program.post("/api/v1/events", plant.use(plant.id(), "F-101", "1 kg"));
        plant.world.sealer().seal();
        String reviewed = quinn.get(path).body();
        assertThat(reviewed).contains("quinn Example", "reviewed", "Intact", "1 line that nobody");
        assertThat(audra.get(path).body()).doesNotContain("name=\"password\"");
        String late = form.replaceAll("password=[^&]*", "password=wrong");
        assertThat(quinn.post(path, late, "Content-Type", type).status()).isEqualTo(403);
    }

    @Test
    void who_does_not_check_sees_no_trail() {
        ApiClient rosa = plant.person("rosa", Role.RECEIVING);
        for (String path : List.of("/trail", "/trail.csv", "/trail/entries/" + plant.id()))
            assertThat(rosa.get(path).status()).as(path).isEqualTo(403);
    }
}
