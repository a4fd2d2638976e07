package stemma.printing;

import uk.org.okapibarcode.graphics.Rectangle;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

import javax.imageio.ImageIO;

/** Symbols as pictures for papers, each with its quiet zone, in an address that holds it whole. */
public final class Pictures {
    private static final int DOTS = 6;
    private static final int TALL = 40;

    private Pictures() {}

    /** Returns the symbol as a {@code data:} address of a PNG. */
    public static String address(Barcode barcode) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn(barcode), "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Returns a mark of our own that carries the text, as a {@code data:} address. */
    public static String matrix(String text) {
        return address(Barcode.plain(Symbol.DATA_MATRIX, text));
    }

    private static BufferedImage drawn(Barcode barcode) {
        Modules modules = Modules.of(barcode);
        int quiet = barcode.symbol().quiet();
        boolean isLinear = barcode.symbol() == Symbol.CODE_128;
        double tall = isLinear ? TALL : 1;
        int width = (int) (modules.width() + 2 * quiet) * DOTS;
        int height = (int) (modules.height() * tall + (isLinear ? 0 : 2 * quiet)) * DOTS;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D out = image.createGraphics();
        out.setColor(Color.WHITE);
        out.fillRect(0, 0, width, height);
        out.setColor(Color.BLACK);
        for (Rectangle dark : modules.dark())
            out.fillRect(
                    (int) ((dark.x + quiet) * DOTS),
                    (int) ((dark.y * tall + (isLinear ? 0 : quiet)) * DOTS),
                    (int) (dark.width * DOTS),
                    (int) (dark.height * tall * DOTS));
        out.dispose();
        return image;
    }
}
