package stemma.scanning;

import stemma.gs1.ElementString;

import java.util.List;
import java.util.Optional;

/**
 * The code by which a scanner is proven to send separators: two values with one between them. Its
 * symbol is {@code static/scanning/separators.svg}.
 */
final class SetUpCode {
    private static final String FIRST = "SEPARATOR";
    private static final String SECOND = "SENT";
    private static final String SWALLOWED = FIRST + "21" + SECOND;

    private SetUpCode() {}

    /** Returns what the scan of the symbol proves; empty for any other mark. */
    static Optional<ScanAnswer> answer(String shown, ElementString mark) {
        Optional<String> first = mark.value("10");
        if (mark.value("21").equals(Optional.of(SECOND)) && first.equals(Optional.of(FIRST)))
            return Optional.of(ScanAnswer.told(shown, "This scanner sends separators"));
        if (!first.equals(Optional.of(SWALLOWED))) return Optional.empty();
        return Optional.of(ScanAnswer.refused(
                shown,
                "separator_missing",
                "This scanner is not sending separators.",
                "Set it up to send the function character FNC1 as GS (ASCII 29), and scan again.",
                List.of()));
    }
}
