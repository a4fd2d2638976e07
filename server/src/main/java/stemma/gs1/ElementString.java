package stemma.gs1;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Elements in the order in which a mark bears them, GS1 General Specifications 7.8. The same
 * identifier may stand twice with one value, never with two.
 */
public record ElementString(List<Element> elements) {
    /** What a scanner sends for the function character FNC1, where it is set up to. */
    public static final char SEPARATOR = '\u001D';

    public ElementString {
        elements = List.copyOf(elements);
    }

    /** Returns the value of the identifier of these digits. */
    public Optional<String> value(String code) {
        return elements.stream()
                .filter(element -> element.identifier().code().equals(code))
                .map(Element::value)
                .findFirst();
    }

    /** Returns whether the identifier of these digits stands in it. */
    public boolean has(String code) {
        return value(code).isPresent();
    }

    /** Returns the form that people read; a bracket inside a value gets a backslash before it. */
    public String bracketed() {
        return elements.stream()
                .map(element -> element.identifier() + element.value().replace("(", "\\("))
                .collect(Collectors.joining());
    }

    /**
     * Returns the form that a mark carries: the separator before all, and after each value whose
     * length is not predefined, but for the last.
     */
    public String unbracketed(char separator) {
        StringBuilder text = new StringBuilder().append(separator);
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            text.append(element.identifier().code()).append(element.value());
            if (!element.identifier().isPredefined() && i < elements.size() - 1)
                text.append(separator);
        }
        return text.toString();
    }
}
