package stemma.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.gs1.DigitalLink;
import stemma.gs1.ElementReading;
import stemma.gs1.ElementString;
import stemma.gs1.Reading;
import stemma.identifiers.OwnCode;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

/** Every kind of label is drawn, rendered, and read back by a decoder that is not ours. */
@Tag("fast")
class LabelsAreReadTest {
    private static final ElementString LOT = elements("(01)09506000134352(17)261126(10)F-101");
    private static final ElementString UNIT =
            elements("(01)09506000134352(11)251126(17)271126(10)M_2%A>1(21)SN-0042");
    private static final ElementString PALLET = elements("(00)106141412345678908");
    private static final ElementString CONTENT =
            elements("(02)09506000134352(17)261126(37)480(10)B-90/7");
    private static final String FOOT = "label 1042 · copy 1 · 26 Nov 2026 09:41 UTC";

    private static final List<Label> LABELS = List.of(
            Label.of(LabelKind.LOT, "soup/F-101", "Carrot soup, 400 g", "F-101")
                    .checkedBy('K')
                    .saying(List.of(
                            new Fact("Item", "SOUP-400"),
                            new Fact("Expiry", "26 NOV 2026"),
                            new Fact("Produced", "26 NOV 2025"),
                            new Fact("GTIN", "09506000134352")))
                    .bearing(List.of(
                            Barcode.of(Symbol.DATA_MATRIX, LOT),
                            Barcode.plain(
                                    Symbol.QR, DigitalLink.written("https://id.gs1.org", LOT)))),
            Label.of(LabelKind.LOT, "meal/Ä 7", "Grünkohl ﾐ 東 <&> \"q\" ^~\\", "Ä 7/ÖÜ")
                    .checkedBy('4')
                    .warning("HELD: do not use · foreign body (H-12)")
                    .bearing(List.of(Barcode.plain(
                            Symbol.DATA_MATRIX,
                            OwnCode.of(OwnCode.Kind.LOT, "meal", "A_7^~\\>1").text()))),
            Label.of(LabelKind.UNIT, "blower/SN-0042", "Blower B2", "SN-0042")
                    .bearing(List.of(Barcode.of(Symbol.DATA_MATRIX, UNIT))),
            Label.of(LabelKind.CONTAINER, "106141412345678908", "Carrot soup", "106141412345678908")
                    .between(List.of(
                            new Fact("From", "Harbour Lane Foods"), new Fact("To", "Corner Shop")))
                    .saying(List.of(new Fact("Content", "480 ea"), new Fact("Lot", "B-90/7")))
                    .bearing(List.of(
                            Barcode.of(Symbol.CODE_128, PALLET),
                            Barcode.of(Symbol.DATA_MATRIX, CONTENT))),
            Label.of(LabelKind.LOCATION, "MAIN/A-01", "Main, aisle A", "A-01")
                    .bearing(List.of(Barcode.plain(
                            Symbol.DATA_MATRIX,
                            OwnCode.of(OwnCode.Kind.LOCATION, "MAIN", "A-01").text()))),
            Label.of(LabelKind.COMMAND, "undo", "takes back the last scan", "UNDO")
                    .bearing(List.of(
                            Barcode.plain(Symbol.CODE_128, "do:undo"),
                            Barcode.plain(Symbol.DATA_MATRIX, "do:undo"))));

    @Test
    void every_symbol_of_every_kind_is_read_back_from_the_pdf() throws Exception {
        for (Label label : LABELS) {
            Drawing drawing = Layout.of(label, FOOT);
            BufferedImage page =
                    Reader.pages(LabelPdf.of(List.of(drawing), Media.ROLL)).getFirst();
            keepForEyes(label, page);
            all(drawing, page, 0, 0);
        }
    }

    @Test
    void every_symbol_of_every_kind_is_read_back_from_the_svg() throws Exception {
        for (Label label : LABELS) {
            Drawing drawing = Layout.of(label, FOOT);
            all(drawing, Reader.painted(LabelSvg.of(List.of(drawing))), 0, 0);
        }
    }

    @Test
    void what_the_label_printer_is_told_is_read_back_too() {
        for (Label label : LABELS) {
            String zpl = LabelZpl.of(Layout.of(label, FOOT));
            assertThat(zpl).startsWith("^XA^CI28").endsWith("^XZ\n");
            assertThat(zpl.lines().skip(1).filter(line -> !line.equals("^XZ")))
                    .allMatch(line -> line.startsWith("^FO") && line.endsWith("^FS"));
            List<String> symbols = Zpl.symbols(zpl);
            assertThat(symbols).hasSameSizeAs(label.codes());
            for (Barcode code : label.codes()) {
                assertThat(symbols).contains(expected(code));
                if (code.content() instanceof Barcode.Content.Gs1(var string))
                    assertThat(symbols.stream().map(LabelsAreReadTest::elementsOf))
                            .contains(string);
            }
            assertThat(Zpl.words(zpl)).contains(label.number(), FOOT);
        }
    }

    private static ElementString elementsOf(String scanned) {
        Reading reading = ElementReading.unbracketed(ElementString.SEPARATOR + scanned);
        return reading instanceof Reading.Read(var string) ? string : new ElementString(List.of());
    }

    @Test
    void sheets_are_true_in_millimetres_and_hold_every_label() throws Exception {
        Drawing drawing = Layout.of(LABELS.getFirst(), FOOT);
        for (Media media : List.of(Media.A4, Media.LETTER)) {
            byte[] pdf = LabelPdf.of(Collections.nCopies(11, drawing), media);
            List<BufferedImage> pages = Reader.pages(pdf);
            assertThat(pages).hasSize(2);
            double dots = 300 / 25.4;
            assertThat(pages.getFirst().getWidth() / dots)
                    .isCloseTo(media.width(LabelSize.SMALL), within(0.2));
            double left = (media.width(LabelSize.SMALL) - 200) / 2;
            double top = (media.height(LabelSize.SMALL) - 250) / 2;
            all(drawing, pages.getFirst(), left + 100, top + 200);
            all(drawing, pages.getLast(), left, top);
        }
    }

    @Test
    void a_number_of_eighty_letters_loses_none() {
        String longest = "W".repeat(79) + "Z";
        Drawing drawing = Layout.of(
                Label.of(LabelKind.LOT, "x", "A heading that is far too long ".repeat(9), longest),
                FOOT);
        assertThat(words(drawing)).contains(longest).anyMatch(text -> text.endsWith("…"));
        for (Drawing.Mark mark : drawing.marks())
            if (mark instanceof Drawing.Mark.Words words)
                assertThat(words.x() + words.width()).isLessThanOrEqualTo(100);
    }

    @Test
    void a_letter_that_no_typeface_has_is_printed_as_a_box() {
        assertThat(Type.BOLD.printable("東 A")).isEqualTo("□ A");
    }

    private static ElementString elements(String bracketed) {
        return ((Reading.Read) ElementReading.bracketed(bracketed)).elements();
    }

    private static List<String> words(Drawing drawing) {
        return drawing.marks().stream()
                .filter(Drawing.Mark.Words.class::isInstance)
                .map(mark -> ((Drawing.Mark.Words) mark).text())
                .toList();
    }

    private static void all(Drawing drawing, BufferedImage page, double x, double y)
            throws Exception {
        int read = 0;
        for (Drawing.Mark mark : drawing.marks()) {
            if (!(mark instanceof Drawing.Mark.Scan scan)) continue;
            String told = Reader.read(page, x, y, scan).replaceFirst("^(\\]C1|\\x1D)", "");
            assertThat(told).isEqualTo(expected(scan.barcode()));
            read++;
        }
        assertThat(read).isPositive();
    }

    private static String expected(Barcode barcode) {
        return switch (barcode.content()) {
            case Barcode.Content.Gs1(var string) ->
                string.unbracketed(ElementString.SEPARATOR).substring(1);
            case Barcode.Content.Plain(String text) -> text;
        };
    }

    /** With -Dlook=FOLDER the pages are left there, to be looked at. */
    private static void keepForEyes(Label label, BufferedImage page) throws Exception {
        String folder = System.getProperty("look");
        if (folder == null) return;
        Files.createDirectories(Path.of(folder));
        String name = label.kind().word() + "-" + label.number().replaceAll("\\W", "_") + ".png";
        ImageIO.write(page, "png", Path.of(folder, name).toFile());
    }
}
