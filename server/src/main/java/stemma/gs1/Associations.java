package stemma.gs1;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which elements need others beside them and which never stand together, General Specifications
 * 4.13. What is needed may stand on another mark of the same goods, so it is told and not refused;
 * what excludes each other is refused.
 */
public final class Associations {
    private Associations() {}

    /** Returns whether any two must not stand together. */
    static boolean isInConflict(ElementString string) {
        for (Element one : string.elements())
            for (Element other : string.elements()) if (excludes(one, other)) return true;
        return false;
    }

    /** Returns whether each has beside it what it needs. */
    static boolean isComplete(ElementString string) {
        for (Element element : string.elements())
            if (!isSatisfied(element.identifier(), string)) return false;
        return true;
    }

    /** Returns the first pair that must not stand together. */
    public static Optional<Reading.Misread> conflict(ElementString string) {
        for (Element one : string.elements()) {
            for (Element other : string.elements()) {
                if (excludes(one, other)) return Optional.of(conflict(one, other));
            }
        }
        return Optional.empty();
    }

    /** Returns a sentence for each element that lacks what it needs. */
    public static List<String> lacks(ElementString string) {
        return string.elements().stream()
                .map(Element::identifier)
                .filter(identifier -> !isSatisfied(identifier, string))
                .map(identifier -> identifier.title() + " " + identifier + " needs "
                        + identifier.needs().stream()
                                .map(group -> String.join(" with ", group))
                                .collect(Collectors.joining(" or ")))
                .toList();
    }

    private static boolean isSatisfied(ApplicationIdentifier identifier, ElementString string) {
        return identifier.needs().isEmpty()
                || identifier.needs().stream()
                        .anyMatch(
                                group -> group.stream().allMatch(pattern -> has(string, pattern)));
    }

    private static boolean has(ElementString string, String pattern) {
        return string.elements().stream()
                .anyMatch(element -> matches(pattern, element.identifier().code()));
    }

    /** An identifier does not exclude itself, even where its pattern matches it. */
    private static boolean excludes(Element one, Element other) {
        String code = other.identifier().code();
        return !one.identifier().code().equals(code)
                && one.identifier().excludes().stream().anyMatch(pattern -> matches(pattern, code));
    }

    private static boolean matches(String pattern, String code) {
        if (pattern.length() != code.length()) return false;
        for (int i = 0; i < code.length(); i++)
            if (pattern.charAt(i) != 'n' && pattern.charAt(i) != code.charAt(i)) return false;
        return true;
    }

    private static Reading.Misread conflict(Element one, Element other) {
        return new Reading.Misread(
                "elements_exclude_each_other",
                one.identifier().title() + " " + one.identifier() + " and "
                        + other.identifier().title() + " " + other.identifier()
                        + " never stand on the same goods",
                0,
                0);
    }
}
