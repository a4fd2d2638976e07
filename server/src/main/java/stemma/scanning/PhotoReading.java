package stemma.scanning;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;

import stemma.gs1.ElementString;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Finds a symbol in a photo and returns its text as a scanner would send it. A picture of more than
 * {@link #MOST_PIXELS} is not opened: its header says its size before anything is unpacked.
 */
public final class PhotoReading {
    public static final long MOST_PIXELS = 50_000_000;
    private static final int LONGEST_SIDE = 1_600;
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER, true,
            // Without it the reader drops the separator of Code 128.
            DecodeHintType.ASSUME_GS1, true,
            DecodeHintType.POSSIBLE_FORMATS,
                    EnumSet.of(
                            BarcodeFormat.DATA_MATRIX,
                            BarcodeFormat.QR_CODE,
                            BarcodeFormat.CODE_128,
                            BarcodeFormat.EAN_13,
                            BarcodeFormat.EAN_8,
                            BarcodeFormat.UPC_A,
                            BarcodeFormat.ITF));

    /** For a small and straight picture of nothing but the symbol, such as a screen's. */
    private static final Map<DecodeHintType, Object> ALONE = Map.of(
            DecodeHintType.PURE_BARCODE,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            EnumSet.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE));

    private PhotoReading() {}

    /** Returns the text of the first symbol found; empty where there is none, or no picture. */
    public static Optional<String> read(byte[] photo) {
        try (ImageInputStream file =
                ImageIO.createImageInputStream(new ByteArrayInputStream(photo))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(file);
            return readers.hasNext() ? read(readers.next(), file) : Optional.empty();
        } catch (IOException | IllegalArgumentException noPicture) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(ImageReader reader, ImageInputStream file)
            throws IOException {
        try {
            reader.setInput(file, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS)
                return Optional.empty();
            BufferedImage picture = reader.read(0);
            return decoded(small(picture)).or(() -> decoded(picture)).map(PhotoReading::text);
        } finally {
            reader.dispose();
        }
    }

    /** Local contrast copes with shadows, global contrast with small and clean pictures. */
    private static Optional<Result> decoded(BufferedImage picture) {
        LuminanceSource source = new BufferedImageLuminanceSource(picture);
        return decoded(new HybridBinarizer(source), HINTS)
                .or(() -> decoded(new GlobalHistogramBinarizer(source), HINTS))
                .or(() -> decoded(new HybridBinarizer(source), ALONE));
    }

    private static Optional<Result> decoded(Binarizer contrast, Map<DecodeHintType, Object> hints) {
        try {
            return Optional.of(new MultiFormatReader().decode(new BinaryBitmap(contrast), hints));
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    /** A phone's photo is read as well at a fraction of its size, and much sooner. */
    private static BufferedImage small(BufferedImage picture) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        if (longest <= LONGEST_SIDE) return picture;
        int width = Math.max(1, picture.getWidth() * LONGEST_SIDE / longest);
        int height = Math.max(1, picture.getHeight() * LONGEST_SIDE / longest);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    private static String text(Result result) {
        Map<ResultMetadataType, Object> told = result.getResultMetadata();
        Object symbology = told == null ? null : told.get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
        String prefix =
                symbology instanceof String known ? known : prefix(result.getBarcodeFormat());
        String text = result.getText();
        boolean isMarked = text.startsWith("]");
        boolean isGs1 = !text.isEmpty() && text.charAt(0) == ElementString.SEPARATOR;
        return isMarked || isGs1 ? text : prefix + text;
    }

    private static String prefix(BarcodeFormat format) {
        return switch (format) {
            case EAN_13, UPC_A -> "]E0";
            case EAN_8 -> "]E4";
            case ITF -> "]I1";
            default -> "";
        };
    }
}
