package stemma.gs1.lint;

import java.util.Optional;

/** Numbers that must be nothing, must be something, or must not begin with nothing. */
final class Zeros {
    private Zeros() {}

    static Optional<Fault> zero(String text) {
        boolean isZero = !text.isEmpty() && text.chars().allMatch(c -> c == '0');
        return isZero ? Optional.empty() : Lint.whole("not_zero", text);
    }

    static Optional<Fault> nonZero(String text) {
        Optional<Fault> letter = CharacterSets.digits(text);
        if (letter.isPresent()) return letter;
        return text.chars().allMatch(c -> c == '0')
                ? Lint.whole("illegal_zero_value", text)
                : Optional.empty();
    }

    static Optional<Fault> noLeadingZero(String text) {
        Optional<Fault> letter = CharacterSets.digits(text);
        if (letter.isPresent()) return letter;
        return text.startsWith("0") ? Lint.at("illegal_zero_prefix", 0, 1) : Optional.empty();
    }
}
