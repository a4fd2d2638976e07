package stemma.inquiry;

import stemma.lots.Units;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Units of a lot whose serials are read at once for the pieces in it: a question for each of many
 * small ones would cost far more than its answer.
 */
record SerialStretch(Units units, List<SerialPiece> pieces) {
    static SerialStretch of(SerialPiece piece) {
        return new SerialStretch(
                new Units(piece.lot(), piece.first(), piece.last()), List.of(piece));
    }

    /** Joins what lies near; pieces of one lot that come one after the other are put in order. */
    static List<SerialStretch> near(List<SerialPiece> pieces) {
        List<SerialStretch> stretches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= pieces.size(); to++) {
            if (to < pieces.size() && pieces.get(to).lot() == pieces.get(from).lot()) continue;
            ofOneLot(new ArrayList<>(pieces.subList(from, to)), stretches);
            from = to;
        }
        return stretches;
    }

    private static void ofOneLot(List<SerialPiece> pieces, List<SerialStretch> stretches) {
        pieces.sort(Comparator.comparingInt(SerialPiece::first));
        int from = 0;
        int last = pieces.getFirst().last();
        for (int to = 1; to <= pieces.size(); to++) {
            boolean isNear =
                    to < pieces.size() && pieces.get(to).first() - SerialsAsked.NEAR <= last;
            if (!isNear) {
                SerialPiece begin = pieces.get(from);
                stretches.add(new SerialStretch(
                        new Units(begin.lot(), begin.first(), last), pieces.subList(from, to)));
                from = to;
            }
            if (to < pieces.size())
                last = isNear
                        ? Math.max(last, pieces.get(to).last())
                        : pieces.get(to).last();
        }
    }

    /** Says whether a text has a line for each of the units. */
    boolean isEachIn(byte[] text) {
        int lines = 0;
        for (byte sign : text) if (sign == '\n') lines++;
        return lines == units.last() - units.first() + 1;
    }

    /** Returns where each line of a text begins, and where the text ends. */
    static int[] starts(byte[] text) {
        int[] starts = new int[1 + text.length / 8];
        int lines = 0;
        for (int at = 0; at < text.length; at++) {
            if (text[at] != '\n') continue;
            if (++lines == starts.length) starts = Arrays.copyOf(starts, 2 * lines);
            starts[lines] = at + 1;
        }
        return Arrays.copyOf(starts, lines + 1);
    }
}
