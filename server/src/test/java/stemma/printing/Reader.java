package stemma.printing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

/** Renders what was printed and reads its symbols, as a scanner would. */
final class Reader {
    private static final int DOTS_PER_INCH = 300;
    private static final double DOTS = DOTS_PER_INCH / 25.4;
    private static final Pattern BOX =
            Pattern.compile("M(\\S+) (\\S+?)h(\\S+?)v(\\S+?)h-?[0-9.]+z");

    private Reader() {}

    static List<BufferedImage> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            java.util.ArrayList<BufferedImage> pages = new java.util.ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++)
                pages.add(renderer.renderImageWithDPI(i, DOTS_PER_INCH, ImageType.GRAY));
            return pages;
        }
    }

    /** Paints the dark shapes of an SVG of ours; words are left out. */
    static BufferedImage painted(String svg) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .getDocumentElement();
        String[] box = root.getAttribute("viewBox").split(" ");
        BufferedImage image = new BufferedImage(
                (int) (Double.parseDouble(box[2]) * DOTS),
                (int) (Double.parseDouble(box[3]) * DOTS),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D out = image.createGraphics();
        out.setTransform(AffineTransform.getScaleInstance(DOTS, DOTS));
        NodeList paths = root.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            out.setColor(path.getAttribute("fill").equals("#fff") ? Color.WHITE : Color.BLACK);
            out.fill(shape(path.getAttribute("d")));
        }
        return image;
    }

    private static Path2D shape(String told) {
        Path2D shape = new Path2D.Double();
        Matcher boxes = BOX.matcher(told);
        while (boxes.find())
            shape.append(
                    new java.awt.geom.Rectangle2D.Double(
                            Double.parseDouble(boxes.group(1)),
                            Double.parseDouble(boxes.group(2)),
                            Double.parseDouble(boxes.group(3)),
                            Double.parseDouble(boxes.group(4))),
                    false);
        return shape;
    }

    /** Reads one symbol of a label that stands with its corner at x, y, in millimetres. */
    static String read(BufferedImage page, double x, double y, Drawing.Mark.Scan scan)
            throws NotFoundException {
        double quiet = scan.barcode().symbol().quiet() * scan.module();
        int left = (int) ((x + scan.x() - quiet) * DOTS);
        int top = (int) ((y + scan.y() - Math.min(quiet, 1)) * DOTS);
        int width = (int) ((scan.width() + 2 * quiet) * DOTS);
        int height = (int) ((scan.height() + 2 * Math.min(quiet, 1)) * DOTS);
        BufferedImage cut = page.getSubimage(
                Math.max(0, left),
                Math.max(0, top),
                Math.min(width, page.getWidth() - left),
                Math.min(height, page.getHeight() - top));
        return read(cut, scan.barcode().symbol());
    }

    static String read(BufferedImage image, Symbol symbol) throws NotFoundException {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.ASSUME_GS1, true);
        hints.put(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(
                        switch (symbol) {
                            case DATA_MATRIX -> BarcodeFormat.DATA_MATRIX;
                            case CODE_128 -> BarcodeFormat.CODE_128;
                            case QR -> BarcodeFormat.QR_CODE;
                        }));
        BinaryBitmap bits =
                new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        return new MultiFormatReader().decode(bits, hints).getText();
    }
}
