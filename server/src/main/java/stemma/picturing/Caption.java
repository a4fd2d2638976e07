package stemma.picturing;

import stemma.printing.Paint;
import stemma.printing.Plate;
import stemma.printing.Type;

import java.util.List;

/** Draws the lines above a picture that stands alone: what was asked, by whom, how complete. */
final class Caption {
    private static final double MARGIN = 12;
    private static final double WORD = 110;
    private static final double SIZE = 11;
    private static final double LEADING = 15;
    private static final int MOST_LINES = 40;

    private Caption() {}

    /** Draws and returns how far down it reaches. */
    static double draw(List<Plate.Mark> marks, List<CaptionLine> caption, double width) {
        double down = MARGIN;
        for (CaptionLine line : caption) {
            marks.add(Plate.words(MARGIN, down + SIZE, SIZE, Type.BOLD, line.word(), Paint.INK));
            double room = width - 2 * MARGIN - WORD;
            for (String part : Cell.wrapped(line.text(), SIZE, Type.REGULAR, room, MOST_LINES)) {
                marks.add(Plate.words(
                        MARGIN + WORD, down + SIZE, SIZE, Type.REGULAR, part, Paint.INK));
                down += LEADING;
            }
        }
        return down + MARGIN;
    }
}
