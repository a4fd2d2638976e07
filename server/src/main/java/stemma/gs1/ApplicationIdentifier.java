package stemma.gs1;

import stemma.gs1.lint.Fault;

import java.util.List;
import java.util.Optional;

/**
 * Two to four digits that say what follows them: GS1 General Specifications, section 3.
 *
 * @param code the digits, such as {@code 01}
 * @param title the data title, such as {@code GTIN}
 * @param isPredefined whether its length is known to every scanner, so that no separator follows
 * @param isLinkAttribute whether a Digital Link may carry it behind the question mark
 * @param components what it holds, in order
 * @param needs what must be known beside it: one of these groups, all of a group
 * @param excludes what never stands beside it, as patterns in which {@code n} is any digit
 * @param linkQualifiers where it is the key of a Digital Link: the sequences of qualifiers that may
 *     follow it in the path; empty where it is no key
 */
public record ApplicationIdentifier(
        String code,
        String title,
        boolean isPredefined,
        boolean isLinkAttribute,
        List<Component> components,
        List<List<String>> needs,
        List<String> excludes,
        List<List<String>> linkQualifiers) {

    /** Returns the fewest characters that it holds. */
    public int least() {
        return components.stream()
                .filter(component -> !component.isOptional())
                .mapToInt(Component::least)
                .sum();
    }

    /** Returns the most characters that it holds. */
    public int most() {
        return components.stream().mapToInt(Component::most).sum();
    }

    /** Returns whether it may begin a Digital Link. */
    public boolean isLinkKey() {
        return !linkQualifiers.isEmpty();
    }

    /** Returns the first fault of a value, with its place in it. */
    public Optional<Fault> fault(String value) {
        if (value.isEmpty()) return Optional.of(new Fault("element_empty", 0, 0));
        int at = 0;
        for (Component component : components) {
            if (at == value.length() && component.isOptional()) break;
            int end = Math.min(at + component.most(), value.length());
            if (end - at < component.least())
                return Optional.of(new Fault("element_too_short", 0, value.length()));
            int from = at;
            Optional<Fault> fault = component.fault(value.substring(at, end));
            if (fault.isPresent()) return fault.map(found -> found.movedBy(from));
            at = end;
        }
        return at < value.length()
                ? Optional.of(new Fault("element_too_long", at, value.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "(" + code + ")";
    }
}
