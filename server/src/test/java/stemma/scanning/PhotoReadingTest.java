package stemma.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.gs1.Scanned;
import stemma.gs1.ScannedText;
import stemma.gs1.Separators;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Color;
import uk.org.okapibarcode.output.Java2DRenderer;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

/** A photo of a code says what a scanner would have sent, separators included. */
class PhotoReadingTest {
    private static final String MARK = "(01)09520123456788(10)LOT-A/1(21)SN42";
    private static final int EDGE = 60;

    @Test
    void a_photo_of_a_gs1_label_keeps_its_separators() {
        DataMatrix matrix = new DataMatrix();
        matrix.setForceMode(DataMatrix.ForceMode.SQUARE);
        for (Symbol symbol : new Symbol[] {matrix, new Code128()}) {
            symbol.setDataType(Symbol.DataType.GS1);
            symbol.setContent("[01]09520123456788[10]LOT-A/1[21]SN42");
            for (int scale : new int[] {1, 2, 4, 12})
                assertThat(read(photo(symbol, scale)))
                        .as(symbol.getClass().getSimpleName() + " at scale " + scale)
                        .isEqualTo(MARK);
        }
    }

    @Test
    void a_photo_of_a_link_or_a_retail_code_is_read() {
        QrCode link = new QrCode();
        link.setContent("https://id.example.com/01/09520123456788/10/LOT-A%2F1/21/SN42");
        assertThat(read(photo(link, 2))).isEqualTo(MARK);
        Ean retail = new Ean();
        retail.setContent("952012345678");
        assertThat(read(photo(retail, 2))).isEqualTo("(01)09520123456788");
    }

    @Test
    void what_is_no_photo_or_shows_no_code_is_empty() {
        assertThat(PhotoReading.read("no picture".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(PhotoReading.read(new byte[0])).isEmpty();
        assertThat(PhotoReading.read(png(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB))))
                .isEmpty();
    }

    /** A small file may say that it unpacks to gigabytes: its header is believed and it is left. */
    @Test
    void a_picture_of_too_many_pixels_is_not_unpacked() {
        byte[] huge = png(new BufferedImage(10_000, 6_000, BufferedImage.TYPE_BYTE_BINARY));
        assertThat(huge.length).isLessThan(100_000);
        assertThat(PhotoReading.read(huge)).isEmpty();
    }

    private static String read(byte[] photo) {
        String text = PhotoReading.read(photo).orElse("no code found");
        return ScannedText.read(text, Separators.SENT) instanceof Scanned.Elements mark
                ? mark.elements().bracketed()
                : text;
    }

    private static byte[] photo(Symbol symbol, int scale) {
        symbol.setModuleWidth(3);
        int width = symbol.getWidth() * scale + 2 * EDGE;
        int height = symbol.getHeight() * scale + 2 * EDGE;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.translate(EDGE, EDGE);
        new Java2DRenderer(pen, scale, Color.WHITE, Color.BLACK).render(symbol);
        pen.dispose();
        return png(picture);
    }

    private static byte[] png(BufferedImage picture) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", file);
            return file.toByteArray();
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
    }
}
