package stemma.printing;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import uk.org.okapibarcode.graphics.Rectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Draws labels into a PDF, true in millimetres: one page for each from a roll, or as many as a
 * sheet holds with hairlines to cut along.
 */
final class LabelPdf {
    private static final double POINTS = 72 / 25.4;
    private static final double HAIRLINE = 0.1;

    private final PDDocument document = new PDDocument();
    private final Map<Type, PDFont> fonts = new EnumMap<>(Type.class);

    private LabelPdf() {}

    /** Draws labels of one size or several; each size begins a page. */
    static byte[] of(List<Drawing> drawings, Media media) {
        try {
            LabelPdf pdf = new LabelPdf();
            for (LabelSize size : LabelSize.values())
                pdf.pages(
                        drawings.stream().filter(one -> one.size() == size).toList(), size, media);
            return pdf.saved();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] saved() throws IOException {
        try (document) {
            document.getDocumentInformation().setTitle("Labels");
            document.getDocumentInformation().setProducer("Stemma");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void pages(List<Drawing> drawings, LabelSize size, Media media) throws IOException {
        int columns = media.columns(size);
        int onPage = columns * media.rows(size);
        double left = (media.width(size) - columns * size.width()) / 2;
        double top = (media.height(size) - media.rows(size) * size.height()) / 2;
        for (int from = 0; from < drawings.size(); from += onPage) {
            PDPage page = new PDPage(new PDRectangle(
                    (float) (media.width(size) * POINTS), (float) (media.height(size) * POINTS)));
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                for (int i = from; i < Math.min(drawings.size(), from + onPage); i++) {
                    double x = left + (i - from) % columns * size.width();
                    double y = top + (i - from) / columns * size.height();
                    Pen pen = new Pen(out, x, media.height(size) - y);
                    if (media != Media.ROLL) pen.frame(size);
                    for (Drawing.Mark mark : drawings.get(i).marks()) pen.draw(mark);
                }
            }
        }
    }

    private PDFont font(Type type) throws IOException {
        PDFont known = fonts.get(type);
        if (known != null) return known;
        try (InputStream file = type.open()) {
            PDFont font = PDType0Font.load(document, file, true);
            fonts.put(type, font);
            return font;
        }
    }

    /** Draws from an upper left corner, downwards, in millimetres. */
    private final class Pen {
        private final PDPageContentStream out;
        private final double left;
        private final double top;

        Pen(PDPageContentStream out, double left, double top) {
            this.out = out;
            this.left = left;
            this.top = top;
        }

        void draw(Drawing.Mark mark) throws IOException {
            switch (mark) {
                case Drawing.Mark.Words words -> words(words);
                case Drawing.Mark.Bar bar -> {
                    out.setNonStrokingColor(0f);
                    box(bar.x(), bar.y(), bar.width(), bar.height());
                    out.fill();
                }
                case Drawing.Mark.Scan scan -> scan(scan);
            }
        }

        private void words(Drawing.Mark.Words words) throws IOException {
            out.setNonStrokingColor(words.ink() == Drawing.Ink.WHITE ? 1f : 0f);
            out.beginText();
            out.setFont(font(words.type()), (float) (words.size() * POINTS));
            out.newLineAtOffset(across(words.x()), down(words.baseline()));
            out.showText(words.text());
            out.endText();
        }

        /** All modules are one path, so that no seam shows between neighbours. */
        private void scan(Drawing.Mark.Scan scan) throws IOException {
            Modules modules = Modules.of(scan.barcode());
            double stretch = scan.height() / modules.height();
            out.setNonStrokingColor(0f);
            for (Rectangle dark : modules.dark())
                box(
                        scan.x() + dark.x * scan.module(),
                        scan.y() + dark.y * stretch,
                        dark.width * scan.module(),
                        dark.height * stretch);
            out.fill();
        }

        void frame(LabelSize size) throws IOException {
            out.setLineWidth((float) (HAIRLINE * POINTS));
            out.setStrokingColor(0.6f);
            box(0, 0, size.width(), size.height());
            out.stroke();
        }

        private void box(double x, double y, double width, double height) throws IOException {
            out.addRect(across(x), down(y + height), (float) (width * POINTS), (float)
                    (height * POINTS));
        }

        private float across(double x) {
            return (float) ((left + x) * POINTS);
        }

        private float down(double y) {
            return (float) ((top - y) * POINTS);
        }
    }
}
