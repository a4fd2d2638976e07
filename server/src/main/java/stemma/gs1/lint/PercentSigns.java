package stemma.gs1.lint;

import java.util.Optional;

/** Text in which a percent sign begins two hexadecimal digits, as in an address. */
final class PercentSigns {
    private static final int SEQUENCE = 3;

    private PercentSigns() {}

    static Optional<Fault> whole(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            int end = Math.min(at + SEQUENCE, text.length());
            boolean isSequence = end - at == SEQUENCE
                    && Character.digit(text.charAt(at + 1), 16) >= 0
                    && Character.digit(text.charAt(at + 2), 16) >= 0;
            if (!isSequence) return Lint.at("invalid_percent_sequence", at, end);
        }
        return Optional.empty();
    }
}
