package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import stemma.access.Role;
import stemma.inquiry.SoupWorld;
import stemma.sheets.Cell;
import stemma.sheets.Sheet;
import stemma.sheets.SheetLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Each file of a trace is read back: the answer, and in it what was asked and how complete it is.
 */
class TraceFilesTest {
    private static final String QUESTION = "lot=C-7741&direction=both";
    private static final List<String> SAID = List.of(
            "Backward: everything it may contain",
            "Forward: everything that may contain it",
            "C-7741",
            "Audra Example",
            "4 May 2026, 13:30 CEST",
            "unsealed 0",
            "Complete. From 1 lot: 4 lots through 3 runs and 6 links",
            "1 lot left our knowledge at METRO.",
            "1 lot came from supplier GROWCO.");
    private static final SoupWorld SOUP = new SoupWorld();
    private static final WebServer WEB =
            WebServer.start(SOUP.world, "127.0.0.1", 0, ZoneId.of("Europe/Amsterdam"));
    private static final ApiClient AUDRA = new ApiClient(WEB.port(), "");

    @BeforeAll
    static void audraSignsIn() {
        SOUP.person("audra", Role.AUDITOR);
        AUDRA.signIn("audra", SoupWorld.PASSWORD);
        SOUP.world.sealer().seal();
    }

    @AfterAll
    static void close() {
        WEB.close();
        SOUP.close();
    }

    /** Each file that left before is an entry of its own, and sealed by now. */
    private static byte[] file(String ending, String more) {
        SOUP.world.sealer().seal();
        var file = AUDRA.file("/trace." + ending + "?" + QUESTION + more);
        assertThat(file.headers().firstValue("content-disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"C-7741-trace-both." + ending + "\"");
        return file.body();
    }

    private static String text(String ending) {
        return new String(file(ending, ""), StandardCharsets.UTF_8);
    }

    @Test
    void the_picture_as_svg_says_all_of_it_and_leads_nowhere() throws Exception {
        byte[] bytes = file("svg", "");
        Document svg = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
        assertThat(svg.getDocumentElement().getTextContent())
                .contains(SAID)
                .contains("All of it is drawn: 4 lots, 3 runs.", "S-2", "WO-57", "assumed");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("href", "<style");
    }

    @Test
    void only_the_ways_through_a_lot_leave_as_such_and_say_so() {
        String svg = new String(file("svg", "&through=" + SOUP.soupTwo), StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("a way through lot S-2, Carrot soup 400 g: 5 of 7.")
                .contains("S-2")
                .doesNotContain("S-1");
    }

    @Test
    void the_paper_has_the_picture_on_a_sheet_of_its_own_and_each_lot() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file("pdf", ""))) {
            String all = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(all).contains(SAID).contains("page 1 of 3", "SHA-256", "WO-57");
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(pdf))
                    .contains("Asked about", "WO-55", "600 kg", "left our control: Metro Foods")
                    .contains("page 2 of 3");
            assertThat(pdf.getPage(1).getMediaBox().getWidth())
                    .isGreaterThan(pdf.getPage(1).getMediaBox().getHeight());
        }
    }

    @Test
    void the_tables_have_a_row_for_each_lot_below_what_was_asked() {
        String csv = text("csv");
        assertThat(csv).contains(SAID);
        assertThat(csv.lines().filter(line -> line.startsWith("forward,"))).hasSize(4);
        assertThat(csv.lines().filter(line -> line.startsWith("backward,"))).hasSize(1);
        Sheet book = Sheet.read(file("xlsx", ""));
        assertThat(String.join("\n", book.headings())).contains("Question");
        String about = book.lines().stream()
                .map(TraceFilesTest::words)
                .reduce(String.join(" ", book.headings()), (a, b) -> a + "\n" + b);
        assertThat(about).contains(SAID);
        assertThat(book.lines().stream().map(TraceFilesTest::words))
                .filteredOn(line -> line.startsWith("forward 2 S-1"))
                .hasSize(1)
                .first()
                .asString()
                .contains("left our knowledge at Metro Foods", "388", "600");
    }

    private static String words(SheetLine line) {
        return String.join(" ", line.cells().stream().map(Cell::text).toList());
    }

    @Test
    void json_has_both_answers_with_their_links_and_gaps() {
        JsonNode told = new JsonMapper().readTree(text("json"));
        assertThat(told.get("askedBy").asString()).isEqualTo("audra");
        assertThat(told.get("heading").toString()).contains(SAID);
        JsonNode forward = told.get("answers").get(1);
        assertThat(forward.get("direction").asString()).isEqualTo("forward");
        assertThat(forward.get("links")).hasSize(6);
        assertThat(forward.get("completeness").get("gaps").isArray()).isTrue();
        assertThat(forward.get("completeness").get("sealedSize").asLong()).isPositive();
    }
}
