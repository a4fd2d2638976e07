package stemma.printing;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.identifiers.OwnCode;
import stemma.shell.SiteTime;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

/** Papers say which page of how many, what was asked, when, by whom, from which program. */
@Tag("fast")
class PapersTest {
    private static final Instant AT = Instant.parse("2026-11-26T08:41:00Z");
    private static final SiteTime SITE = new SiteTime(ZoneId.of("Europe/Amsterdam"));
    private static final Barcode LOT = Barcode.plain(
            Symbol.DATA_MATRIX, OwnCode.of(OwnCode.Kind.LOT, "carrot", "C-7741").text());
    private static final PickList PICK = new PickList(
            "SO-12",
            "Corner Shop & <Sons>",
            "26 NOV 2026",
            Collections.nCopies(
                    30,
                    new PickList.Line(
                            "A-01",
                            "SOUP-400",
                            "Carrot soup",
                            "B-90/7",
                            "26 NOV 2026",
                            "48 ea",
                            "",
                            LOT)));
    private static final List<Paper> PAPERS = List.of(
            PICK,
            new Traveller(
                    "WO-55",
                    "SOUP-400",
                    "Carrot soup",
                    "3",
                    "400 ea",
                    "27 NOV 2026",
                    List.of(new Traveller.Material(
                            "carrot", "Carrots, washed", "C-7741", "120 kg", List.of(LOT))),
                    List.of(
                            new Traveller.Step("10", "Line clearance", "LINE-1", ""),
                            new Traveller.Step("20", "Cook", "KETTLE-2", "85 to 95 °C"))),
            new DeliveryNote(
                    "SH-9",
                    "PO-4711",
                    "Harbour Lane Foods",
                    "SHOP",
                    "Corner Shop, Quay 4",
                    "26 NOV 2026",
                    List.of(new DeliveryNote.Line(
                            "blower",
                            "Blower B2",
                            "L-7",
                            "",
                            "SN-0001 to SN-0480",
                            "106141412345678908",
                            "480 ea")),
                    List.of("MAIN-C-00001, Certificate of analysis, of lot L-7")),
            new HoldTag(
                    "H-12", "lot C-7741 of carrot", "foreign body: glass", "Quinn", "26 NOV 2026"));

    private static byte[] pdf(Paper paper, Media media) {
        PaperPdf.Text text = PaperPdf.text(paper);
        return PaperPdf.of(text, text.foot(AT, SITE, "Sena", "1.2.3"), media);
    }

    @Test
    void every_page_says_what_it_is_of_and_from_where() throws Exception {
        for (Paper paper : PAPERS)
            for (Media media : List.of(Media.A4, Media.LETTER)) {
                byte[] pdf = pdf(paper, media);
                List<String> pages = text(pdf);
                for (int i = 0; i < pages.size(); i++)
                    assertThat(pages.get(i).replaceAll("\\s+", " "))
                            .contains("page " + (i + 1) + " of " + pages.size())
                            .contains(paper.query())
                            .contains("26 Nov 2026, 09:41 CET (08:41 UTC)")
                            .contains("Sena · Stemma 1.2.3")
                            .contains("SHA-256 " + PaperPdf.text(paper).digest())
                            .doesNotContain("#");
                keepForEyes(paper, media, Reader.pages(pdf));
            }
    }

    @Test
    void a_long_pick_list_loses_no_line_and_repeats_its_heads() throws Exception {
        List<String> pages = text(pdf(PICK, Media.A4));
        assertThat(pages.size()).isBetween(2, 5);
        assertThat(pages).allMatch(text -> text.contains("Good until"));
        String all = String.join(" ", pages);
        assertThat(all.split("B-90/7", -1)).hasSize(31);
        assertThat(all).contains("Corner Shop & <Sons>");
    }

    @Test
    void the_hash_is_that_of_the_text_and_of_nothing_else() {
        PaperPdf.Text first = PaperPdf.text(PICK);
        assertThat(PaperPdf.text(PICK).digest()).isEqualTo(first.digest());
        assertThat(PaperPdf.text(PAPERS.getLast()).digest()).isNotEqualTo(first.digest());
        assertThat(first.body()).contains("Corner Shop &amp; &lt;Sons").doesNotContain("Sena");
    }

    @Test
    void marks_on_papers_are_read_back() throws Exception {
        byte[] pdf = pdf(PAPERS.getLast(), Media.A4);
        assertThat(Reader.pages(pdf)).hasSize(1);
        BufferedImage pick = Reader.pages(pdf(PICK, Media.A4)).getFirst();
        double dots = 300 / 25.4;
        int corner = (int) (24 * dots);
        BufferedImage cut = pick.getSubimage(
                pick.getWidth() - (int) (37 * dots), (int) (12 * dots), corner, corner);
        assertThat(Reader.read(cut, Symbol.DATA_MATRIX)).isEqualTo("order:SO-12");
    }

    @Test
    void what_a_person_typed_is_printed_as_typed() throws Exception {
        String typed = "{{7*7}} ${jndi:x} \"q\" \\ </style><script>alert(1)</script> 東";
        HoldTag tag = new HoldTag(typed, typed, typed, "Quinn", "now");
        String all = String.join(" ", text(pdf(tag, Media.A4)));
        assertThat(all.replaceAll("\\s+", " "))
                .contains("${jndi:x} \"q\" \\ </style><script>alert(1)</script> □")
                .contains("{{7*7}}");
    }

    /** A number without a place to break stands on the paper whole, within its margins. */
    @Test
    void the_longest_number_is_not_cut_off_at_the_edge() throws Exception {
        String number = "L".repeat(20) + "0".repeat(40);
        List<Paper> papers = List.of(
                new HoldTag("H-12", "lot " + number + " of carrot", number, "Quinn", "26 NOV 2026"),
                new DeliveryNote(
                        number,
                        number,
                        number,
                        number,
                        number,
                        "26 NOV 2026",
                        List.of(new DeliveryNote.Line(
                                "blower", number, number, "2026-12-01", number, number, "480 ea")),
                        List.of(number)));
        for (Paper paper : papers)
            for (Media media : List.of(Media.A4, Media.LETTER)) {
                byte[] pdf = pdf(paper, media);
                keepForEyes(paper, media, Reader.pages(pdf));
                assertThat(beyondTheMargin(pdf)).as(paper.title() + media).isEmpty();
                assertThat(String.join("", text(pdf)).replaceAll("\\s+", "")).contains(number);
            }
    }

    private static List<String> beyondTheMargin(byte[] pdf) throws Exception {
        List<String> beyond = new java.util.ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    double margin = 14 / 25.4 * 72;
                    double end = text.getXDirAdj() + text.getWidthDirAdj();
                    if (end > text.getPageWidth() - margin + 1
                            && !text.getUnicode().isBlank()) beyond.add(text.getUnicode());
                    super.processTextPosition(text);
                }
            }.getText(document);
        }
        return beyond;
    }

    private static List<String> text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new java.util.ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper words = new PDFTextStripper();
                words.setStartPage(i);
                words.setEndPage(i);
                pages.add(words.getText(document));
            }
            return pages;
        }
    }

    /** With -Dlook=FOLDER the pages are left there, to be looked at. */
    private static void keepForEyes(Paper paper, Media media, List<BufferedImage> pages)
            throws Exception {
        String folder = System.getProperty("look");
        if (folder == null) return;
        Files.createDirectories(Path.of(folder));
        String name = paper.title().replace(' ', '-') + "-" + media.word();
        for (int i = 0; i < pages.size(); i++)
            ImageIO.write(
                    pages.get(i), "png", Path.of(folder, name + i + ".png").toFile());
    }
}
