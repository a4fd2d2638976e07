package stemma.gs1.lint;

import java.util.Optional;
import java.util.Set;

/** Components of one or two characters, of which only a few are allowed. */
final class Choices {
    private static final String IMPORTERS =
            "-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LAST_MEDIUM = 10;
    private static final int FIRST_OWN_MEDIUM = 80;

    private Choices() {}

    static Optional<Fault> yesNo(String text) {
        return among(Set.of("0", "1"), "not_zero_or_one", text);
    }

    static Optional<Fault> winding(String text) {
        return among(Set.of("0", "1", "9"), "invalid_winding_direction", text);
    }

    /** Sex as ISO/IEC 5218 counts it. */
    static Optional<Fault> sex(String text) {
        return among(Set.of("0", "1", "2", "9"), "invalid_biological_sex_code", text);
    }

    static Optional<Fault> hyphen(String text) {
        boolean isHyphens = !text.isEmpty() && text.chars().allMatch(c -> c == '-');
        return isHyphens ? Optional.empty() : Lint.whole("not_hyphen", text);
    }

    /** What carries a mark: 01 to 10, and 80 to 99 of one's own. */
    static Optional<Fault> medium(String text) {
        if (text.length() != 2 || CharacterSets.digits(text).isPresent())
            return Lint.whole("invalid_media_type", text);
        int number = Integer.parseInt(text);
        boolean isKnown = number >= 1 && number <= LAST_MEDIUM || number >= FIRST_OWN_MEDIUM;
        return isKnown ? Optional.empty() : Lint.whole("invalid_media_type", text);
    }

    static Optional<Fault> importer(String text) {
        if (text.length() != 1) return Lint.whole("importer_idx_must_be_one_character", text);
        return IMPORTERS.contains(text)
                ? Optional.empty()
                : Lint.whole("invalid_import_idx_character", text);
    }

    private static Optional<Fault> among(Set<String> allowed, String code, String text) {
        return allowed.contains(text) ? Optional.empty() : Lint.whole(code, text);
    }
}
