package stemma.printing;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sets a plate into a paper: the paper leaves it an empty sheet, told from the others by its size,
 * with the foot that every page has; there the plate is drawn, with its words as words.
 */
final class PlatePages {
    private static final double POINTS = 72 / 25.4;
    private static final double SCREEN = 0.75;
    private static final double MARGIN = 10;
    /** The line of words above the plate. */
    private static final double HEAD = 7;

    private static final double FOOT = 24;
    /** The smallest that a plate is made, so that its small print is of 5.5 points. */
    private static final double LEGIBLE = 0.7;

    private static final double TOLERANCE = 0.5;

    private PlatePages() {}

    /** A sheet in millimetres, and how much smaller than on a screen the plate stands on it. */
    record Sheet(double width, double height, double scale) {
        /** Returns the smallest sheet of A4 to A0 on which the plate can be read, else A0. */
        static Sheet of(Plate plate) {
            double longer = 297;
            double shorter = 210;
            Sheet sheet = fitting(plate, longer, shorter);
            while (sheet.scale < LEGIBLE && longer < 1_100) {
                double next = longer * Math.sqrt(2);
                shorter = longer;
                longer = Math.round(next);
                sheet = fitting(plate, longer, shorter);
            }
            return sheet;
        }

        private static Sheet fitting(Plate plate, double longer, double shorter) {
            // A plate's sheet is a hair smaller, so that it is told from the pages of words.
            boolean isWide = plate.width() * 1.1 > plate.height();
            double width = (isWide ? longer : shorter) - 1;
            double height = isWide ? shorter : longer;
            double across = (width - 2 * MARGIN) * POINTS / (plate.width() * SCREEN);
            double down = (height - MARGIN - HEAD - FOOT) * POINTS / (plate.height() * SCREEN);
            return new Sheet(width, height, Math.min(1, Math.min(across, down)));
        }
    }

    static byte[] of(PaperPdf.Text text, String foot, Plate plate) {
        Sheet sheet = Sheet.of(plate);
        byte[] pages = PaperPdf.of(text, foot, Media.A4, Optional.of(sheet));
        try (PDDocument document = Loader.loadPDF(pages)) {
            for (PDPage page : document.getPages()) {
                if (!is(page, sheet)) continue;
                draw(document, page, plate, sheet);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                return bytes.toByteArray();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new IllegalStateException("the paper left no sheet for the plate");
    }

    private static boolean is(PDPage page, Sheet sheet) {
        PDRectangle box = page.getMediaBox();
        return Math.abs(box.getWidth() - sheet.width() * POINTS) < TOLERANCE
                && Math.abs(box.getHeight() - sheet.height() * POINTS) < TOLERANCE;
    }

    private static void draw(PDDocument document, PDPage page, Plate plate, Sheet sheet)
            throws IOException {
        double scale = sheet.scale() * SCREEN;
        PDRectangle box = page.getMediaBox();
        double left = (box.getWidth() - plate.width() * scale) / 2;
        double top = box.getHeight() - (MARGIN + HEAD) * POINTS;
        try (PDPageContentStream out =
                new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            new PlatePdf(out, fonts(document), left, top, scale).draw(plate.marks());
        }
    }

    private static Map<Type, PDFont> fonts(PDDocument document) throws IOException {
        Map<Type, PDFont> fonts = new EnumMap<>(Type.class);
        for (Type type : Type.values())
            try (InputStream file = type.open()) {
                fonts.put(type, PDType0Font.load(document, file, true));
            }
        return fonts;
    }
}
