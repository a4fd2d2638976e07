package stemma.scenario;

import org.jspecify.annotations.Nullable;

/** A quantity of a lot taken from a place, as written; what is left out follows from the books. */
record LineText(
        LotName lot, @Nullable Amount amount, @Nullable PlaceName from) {
    /** Reads {@code F-101 120 kg from COLD}; serials need no amount. */
    static LineText read(Words words) {
        LineText line = readHere(words);
        return words.take("from")
                ? new LineText(line.lot, line.amount, PlaceName.read(words))
                : line;
    }

    /** Reads a line where {@code from} means something else than the place of the goods. */
    static LineText readHere(Words words) {
        LotName lot = LotName.read(words);
        return new LineText(lot, words.isNumber() ? Amount.read(words) : null, null);
    }
}
