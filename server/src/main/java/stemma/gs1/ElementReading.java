package stemma.gs1;

import stemma.gs1.Reading.Misread;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads element strings, strictly: General Specifications 7.8. */
public final class ElementReading {
    private final List<Element> elements = new ArrayList<>();

    private ElementReading() {}

    /**
     * Reads the form that a mark carries. It begins with the separator, which says that elements
     * follow; a value of varying length ends at the next separator or at the end.
     */
    public static Reading unbracketed(String text) {
        if (text.isEmpty() || text.charAt(0) != ElementString.SEPARATOR)
            return new Misread(
                    "separator_not_first", "no FNC1 stands before the first element", 0, 0);
        if (text.length() == 1) return empty();
        ElementReading reading = new ElementReading();
        int at = 1;
        while (at < text.length()) {
            Optional<ApplicationIdentifier> found = ApplicationIdentifiers.at(text, at);
            if (found.isEmpty()) return unknown(text, at);
            ApplicationIdentifier identifier = found.get();
            int from = at + identifier.code().length();
            int end = endOf(identifier, text, from);
            Optional<Misread> misread = reading.take(identifier, text.substring(from, end), from);
            if (misread.isPresent()) return misread.get();
            at = end < text.length() && text.charAt(end) == ElementString.SEPARATOR ? end + 1 : end;
        }
        return new Reading.Read(new ElementString(reading.elements));
    }

    /** Reads the form that people write, with brackets about each identifier. */
    public static Reading bracketed(String text) {
        if (text.isEmpty()) return empty();
        ElementReading reading = new ElementReading();
        int at = 0;
        while (at < text.length()) {
            int close = text.indexOf(')', at);
            int end = close < 0 ? text.length() : openingAfter(text, close);
            if (text.charAt(at) != '(' || close < 0 || end == close + 1)
                return unbracketable(text, at);
            Optional<ApplicationIdentifier> found =
                    ApplicationIdentifiers.find(text.substring(at + 1, close));
            if (found.isEmpty()) return unknown(text, at + 1);
            String value = text.substring(close + 1, end).replace("\\(", "(");
            Optional<Misread> misread = reading.take(found.get(), value, close + 1);
            if (misread.isPresent()) return misread.get();
            at = end;
        }
        return new Reading.Read(new ElementString(reading.elements));
    }

    /** Returns where the next bracket opens that has no backslash before it, or the end. */
    private static int openingAfter(String text, int place) {
        int open = text.indexOf('(', place);
        while (open > 0 && text.charAt(open - 1) == '\\') open = text.indexOf('(', open + 1);
        return open < 0 ? text.length() : open;
    }

    /**
     * Returns where the value ends: at its length where that is predefined, else as far as it goes.
     */
    private static int endOf(ApplicationIdentifier identifier, String text, int from) {
        int separator = text.indexOf(ElementString.SEPARATOR, from);
        int end = separator < 0 ? text.length() : separator;
        return identifier.isPredefined() ? Math.min(end, from + identifier.most()) : end;
    }

    private Optional<Misread> take(ApplicationIdentifier identifier, String value, int from) {
        Optional<Misread> misread =
                identifier.fault(value).map(fault -> Misread.of(identifier, value, fault, from));
        if (misread.isPresent()) return misread;
        for (Element before : elements) {
            if (before.identifier().equals(identifier) && !before.value().equals(value))
                return Optional.of(repeated(before, value, from));
        }
        elements.add(new Element(identifier, value));
        return Optional.empty();
    }

    private static Misread repeated(Element before, String value, int from) {
        return new Misread(
                "element_repeated",
                "it says " + before.identifier() + " twice: \"" + before.value() + "\" and \""
                        + value + "\"",
                from,
                from + value.length());
    }

    private static Misread empty() {
        return new Misread("element_string_empty", "there is no element in it", 0, 0);
    }

    private static Misread unknown(String text, int at) {
        int to = Math.min(at + 4, text.length());
        return new Misread(
                "element_unknown",
                "\"" + text.substring(at, to) + "\" begins with no application identifier of GS1",
                at,
                to);
    }

    private static Misread unbracketable(String text, int at) {
        return new Misread(
                "brackets_unreadable",
                "from character " + (at + 1)
                        + " on, no identifier in brackets with a value follows",
                at,
                text.length());
    }
}
