package stemma.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import stemma.shell.SiteTime;
import stemma.signatures.Digest;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;

/**
 * Makes a PDF of a paper. On each page stand page x of y, the question, the moment in site time and
 * UTC, the person, the program's version, and the SHA-256 of the text between.
 */
final class PaperPdf {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(ContentType.Html);
    /** What the colours of a file that lasts mean: sRGB, whose profile the JDK holds. */
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private static final String STYLE = """
            body { font-family: Dejavu; font-size: 9pt; line-height: 1.35; margin: 0;
                   word-wrap: break-word; }
            h1 { font-size: 18pt; margin: 0; } h2 { font-size: 12pt; margin: 5mm 0 1mm; }
            table { width: 100%; border-collapse: collapse; margin-top: 3mm;
                    -fs-table-paginate: paginate; }
            th { text-align: left; font-weight: bold; border-bottom: 0.4mm solid #000; }
            th, td { padding: 1.2mm 2mm 1.2mm 0; vertical-align: top; }
            td { border-bottom: 0.1mm solid #000; }
            tr { page-break-inside: avoid; }
            .right { text-align: right; } .number { font-weight: bold; }
            .tight { white-space: nowrap; }
            .big { font-size: 13pt; font-weight: bold; } .small { font-size: 7.5pt; }
            .code { width: 15mm; height: 15mm; } .corner { float: right; width: 22mm; height: 22mm; }
            .write { border-bottom: 0.2mm solid #000; height: 8mm; }
            tbody th { border-bottom: 0.1mm solid #000; }
            .facts th, .facts td { border: 0; padding: 0.5mm 2mm 0.5mm 0; }
            .facts th { width: 48mm; font-weight: normal; } .keep { page-break-inside: avoid; }
            .box { border: 0.3mm solid #000; width: 5mm; height: 5mm; }
            .sign-word { font-size: 40pt; font-weight: bold; margin: 0; }
            .sign { background: #000; color: #fff; font-size: 58pt; font-weight: bold;
                    text-align: center; line-height: 1.15; padding: 8mm 0; }
            """;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PaperPdf() {}

    /** A paper's text and its hash. */
    record Text(Paper paper, String body, Digest digest) {
        /** Returns what stands on the foot of each page. */
        String foot(Instant at, SiteTime time, String person, String version) {
            String moment = time.wall(at) + " " + time.zoneName(at)
                    + (time.isUtc(at) ? "" : " (" + time.utc(at) + ")");
            String foot = paper.title() + " · " + paper.query() + "\n" + moment + " · " + person
                    + " · Stemma " + version + "\nSHA-256 " + digest.text();
            return Type.REGULAR.printable(foot);
        }
    }

    static Text text(Paper paper) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(paper.template() + ".jte", Map.of("paper", paper), output);
        String body = Type.REGULAR.printable(output.toString());
        return new Text(paper, body, Digest.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] of(Text text, String foot, Media media) {
        return of(text, foot, media, Optional.empty());
    }

    /** Returns it as PDF/A-2b: all that it needs to be read in decades is in the file. */
    static byte[] lasting(Text text, String foot) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
        builder.useColorProfile(COLOURS);
        return drawn(builder, html(text, foot, Media.A4, Optional.empty()));
    }

    /**
     * Where the paper has an element of class {@code plate}, a sheet of that size is left empty.
     */
    static byte[] of(Text text, String foot, Media media, Optional<PlatePages.Sheet> sheet) {
        return drawn(new PdfRendererBuilder(), html(text, foot, media, sheet));
    }

    private static String html(
            Text text, String foot, Media media, Optional<PlatePages.Sheet> sheet) {
        String title = text.paper().title() + " " + text.paper().subject();
        return "<html lang=\"en\"><head><title>" + escaped(title)
                + "</title><style>" + STYLE + sheet(media, foot)
                + sheet.map(PaperPdf::plate).orElse("")
                + "</style></head><body>" + text.body() + "</body></html>";
    }

    private static byte[] drawn(PdfRendererBuilder builder, String html) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            builder.useFont(Type.REGULAR::open, "Dejavu", 400, FontStyle.NORMAL, true);
            builder.useFont(Type.BOLD::open, "Dejavu", 700, FontStyle.NORMAL, true);
            builder.withHtmlContent(html, null);
            builder.withProducer("Stemma");
            builder.toStream(bytes);
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** The boxes at the foot do not inherit the typeface of the body, so it is said again. */
    private static String sheet(Media media, String foot) {
        return """
                @page { size: %s; margin: 14mm 14mm 26mm;
                  @bottom-left { font-family: Dejavu; font-size: 7pt; white-space: pre-wrap;
                    width: 80%%; text-align: left; content: "%s"; }
                  @bottom-right { font-family: Dejavu; font-size: 9pt; text-align: right;
                    content: "page " counter(page) " of " counter(pages); } }
                """.formatted(media == Media.LETTER ? "letter" : "A4", quoted(foot));
    }

    private static String plate(PlatePages.Sheet sheet) {
        return """
                @page plate { size: %smm %smm; margin: 10mm 10mm 24mm; }
                .plate { page: plate; page-break-before: always; page-break-after: always; }
                .plate p { margin: 0; font-weight: bold; }
                """.formatted(sheet.width(), sheet.height());
    }

    /** Every sign that a style sheet could take for its own is written by its number. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(letter -> {
            boolean isPlain = letter < 128 && Character.isLetterOrDigit(letter);
            if (isPlain) quoted.appendCodePoint(letter);
            else quoted.append('\\').append(Integer.toHexString(letter)).append(' ');
        });
        return quoted.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
