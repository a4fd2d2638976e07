package stemma.gs1.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of how many: piece and total in halves of equal length, or parted by a slash. */
final class Pieces {
    private static final Pattern PARTED = Pattern.compile("(\\d+)/(\\d+)");

    private Pieces() {}

    static Optional<Fault> pieceOfTotal(String text) {
        int half = text.length() / 2;
        if (text.isEmpty() || text.length() % 2 != 0)
            return Lint.whole("invalid_length_for_piece_of_total", text);
        Optional<Fault> letter = CharacterSets.digits(text);
        if (letter.isPresent()) return letter;
        String piece = text.substring(0, half);
        String total = text.substring(half);
        if (Zeros.zero(piece).isEmpty()) return Lint.at("zero_piece_number", 0, half);
        if (Zeros.zero(total).isEmpty()) return Lint.at("zero_total_pieces", half, text.length());
        return piece.compareTo(total) > 0
                ? Lint.whole("piece_number_exceeds_total", text)
                : Optional.empty();
    }

    static Optional<Fault> placeOfCount(String text) {
        Matcher parted = PARTED.matcher(text);
        if (!parted.matches()) return Lint.whole("position_in_sequence_malformed", text);
        for (int part = 1; part <= 2; part++)
            if (parted.group(part).startsWith("0"))
                return Lint.at("illegal_zero_prefix", parted.start(part), parted.end(part));
        return exceeds(parted.group(1), parted.group(2))
                ? Lint.whole("position_exceeds_end", text)
                : Optional.empty();
    }

    /** Compares numbers of any length that begin with no zero. */
    private static boolean exceeds(String place, String count) {
        if (place.length() != count.length()) return place.length() > count.length();
        return place.compareTo(count) > 0;
    }
}
