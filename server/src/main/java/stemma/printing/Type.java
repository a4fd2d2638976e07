package stemma.printing;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The two typefaces that are embedded in everything printed, and how wide their letters are. A
 * letter that they lack is printed as an open box, never left out.
 */
public enum Type {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf");

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int MISSING = 0x25A1;
    private final String file;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    Type(String file) {
        this.file = file;
        try (InputStream stream = open()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the font file, to be embedded. */
    InputStream open() {
        InputStream stream = Type.class.getResourceAsStream(FOLDER + file);
        if (stream == null) throw new IllegalStateException("the font " + file + " is missing");
        return stream;
    }

    /** Returns the text with an open box for each letter that the typeface lacks. */
    public synchronized String printable(String text) {
        StringBuilder printed = new StringBuilder();
        text.codePoints()
                .forEach(letter -> printed.appendCodePoint(isMissing(letter) ? MISSING : letter));
        return printed.toString();
    }

    /** Line ends have no glyph and need none. */
    private boolean isMissing(int letter) {
        return letter >= ' ' && glyphs.getGlyphId(letter) == 0;
    }

    /** Returns how wide printable text is at size 1. */
    public synchronized double width(String text) {
        double units = 0;
        for (int letter : text.codePoints().toArray()) {
            try {
                units += font.getAdvanceWidth(glyphs.getGlyphId(letter));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return units / unitsPerEm;
    }
}
