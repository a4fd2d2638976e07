package stemma.scanning;

import stemma.gs1.Element;

import java.util.List;
import java.util.Optional;

/**
 * What a scan means here.
 *
 * @param text what was read, the separator shown as {@code ␝}
 * @param tone go on, look, or stop
 * @param code why it was not taken, a stable snake_case word; empty where it was
 * @param says one plain sentence: what was scanned, and what was expected
 * @param advice the nearest right action; may be empty
 * @param meaning what it means, where that is one thing
 * @param choices what it may mean, where a person must say which
 * @param elements what a mark of GS1 says, element by element
 * @param command what a command barcode asks for: ok, cancel, undo, next, print, digits; else empty
 */
public record ScanAnswer(
        String text,
        Tone tone,
        String code,
        String says,
        String advice,
        Optional<Meaning> meaning,
        List<Meaning> choices,
        List<Element> elements,
        String command) {
    public ScanAnswer {
        choices = List.copyOf(choices);
        elements = List.copyOf(elements);
    }

    static ScanAnswer taken(String text, Meaning meaning) {
        return new ScanAnswer(
                text,
                meaning.tone(),
                "",
                meaning.says(),
                "",
                Optional.of(meaning),
                List.of(),
                List.of(),
                "");
    }

    static ScanAnswer refused(
            String text, String code, String says, String advice, List<Meaning> choices) {
        return new ScanAnswer(
                text, Tone.STOP, code, says, advice, Optional.empty(), choices, List.of(), "");
    }

    static ScanAnswer several(String text, String says, String advice, List<Meaning> choices) {
        return new ScanAnswer(
                text,
                Tone.CHECK,
                "scan_ambiguous",
                says,
                advice,
                Optional.empty(),
                choices,
                List.of(),
                "");
    }

    /** Returns an answer that only says something. */
    static ScanAnswer told(String text, String says) {
        return new ScanAnswer(
                text, Tone.OK, "", says, "", Optional.empty(), List.of(), List.of(), "");
    }

    static ScanAnswer command(String text, String command) {
        return new ScanAnswer(
                text, Tone.OK, "", command, "", Optional.empty(), List.of(), List.of(), command);
    }

    ScanAnswer showing(List<Element> read) {
        return new ScanAnswer(text, tone, code, says, advice, meaning, choices, read, command);
    }
}
