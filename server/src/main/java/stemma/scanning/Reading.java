package stemma.scanning;

import stemma.gs1.ElementString;
import stemma.gs1.HibcMark;
import stemma.gs1.Scanned;
import stemma.gs1.ScannedText;
import stemma.identifiers.OwnCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what one scanned text means, by what each way of writing names here. */
record Reading(
        Goods goods, MarkReading marks, PlainReading plain, OwnReading own, HibcMeaning hibc) {
    private static final char SHOWN_SEPARATOR = '␝';

    ScanAnswer read(ScanQuestion question) {
        String shown = question.text().strip().replace(ElementString.SEPARATOR, SHOWN_SEPARATOR);
        return switch (ScannedText.read(question.text(), question.separators())) {
            case Scanned.Misread(String _, String sentence) ->
                ScanAnswer.refused(
                        shown,
                        "scan_unreadable",
                        "This code cannot be read: " + sentence + ".",
                        "Scan it once more, or another code of the same label.",
                        List.of());
            case Scanned.Own(OwnCode code) -> own(shown, code, question);
            case Scanned.Elements mark -> mark(shown, mark, question);
            case Scanned.Hibc(HibcMark mark) ->
                new Expectation(question).judge(shown, hibc.meanings(mark));
            case Scanned.Plain text -> plain(shown, text, question);
        };
    }

    private ScanAnswer own(String shown, OwnCode code, ScanQuestion question) {
        if (code.kind() == OwnCode.Kind.DO)
            return ScanAnswer.command(shown, code.codes().getFirst().toLowerCase(Locale.ROOT));
        return new Expectation(question).judge(shown, own.meanings(code));
    }

    private ScanAnswer mark(String shown, Scanned.Elements mark, ScanQuestion question) {
        Optional<ScanAnswer> setUp = SetUpCode.answer(shown, mark.elements());
        if (setUp.isPresent()) return setUp.get();
        List<Meaning> whole = marks.meanings(mark.elements());
        if (mark.others().isEmpty() || isCertain(whole, mark))
            return new Expectation(question)
                    .judge(shown, whole)
                    .showing(mark.elements().elements());
        List<ElementString> ways = new ArrayList<>(mark.others());
        if (!ways.contains(mark.elements())) ways.addFirst(mark.elements());
        String told = ways.stream()
                .map(way -> "\u201c" + way.bracketed() + "\u201d")
                .collect(Collectors.joining(" or "));
        return ScanAnswer.refused(
                        shown,
                        "separator_missing",
                        "The scanner is not sending separators: this may be " + told + ".",
                        "Choose what the label says. Set the scanner up to send GS (FNC1);"
                                + " the page Scan shows how.",
                        ways.stream().flatMap(way -> labelled(way).stream()).toList())
                .showing(mark.elements().elements());
    }

    /**
     * What reads as a whole and is known as a whole was meant so, where nothing is known that the
     * text would say if a separator were lost.
     */
    private boolean isCertain(List<Meaning> whole, Scanned.Elements mark) {
        return !mark.others().contains(mark.elements())
                && whole.stream().anyMatch(Meaning::isKnown)
                && mark.others().stream()
                        .flatMap(way -> marks.meanings(way).stream())
                        .noneMatch(Meaning::isKnown);
    }

    private List<Meaning> labelled(ElementString way) {
        return marks.meanings(way).stream()
                .map(meaning -> new Meaning(
                        meaning.kind(),
                        meaning.acquaintance(),
                        way.bracketed() + ": " + meaning.says(),
                        meaning.tone(),
                        meaning.fields(),
                        meaning.address()))
                .toList();
    }

    private ScanAnswer plain(String shown, Scanned.Plain scanned, ScanQuestion question) {
        Expectation expectation = new Expectation(question);
        List<Meaning> found = plain.meanings(scanned.text(), question);
        if (!found.isEmpty()) return expectation.judge(shown, found);
        List<Meaning> fresh = expectation.fresh(scanned.text());
        if (!scanned.ways().isEmpty()) {
            List<Meaning> choices = new ArrayList<>(fresh);
            scanned.ways().forEach(way -> choices.addAll(labelled(way)));
            return ScanAnswer.several(
                    shown,
                    "\u201c" + scanned.text() + "\u201d may be a number, or a GS1 label whose"
                            + " scanner does not say so.",
                    "Choose what the label says.",
                    choices);
        }
        if (fresh.size() == 1) return ScanAnswer.taken(shown, fresh.getFirst());
        if (fresh.size() > 1)
            return ScanAnswer.several(
                    shown,
                    "\u201c" + scanned.text() + "\u201d is new here.",
                    "Choose what it is.",
                    fresh);
        return ScanAnswer.refused(
                shown,
                "scan_unknown",
                "Nothing here is called \u201c" + scanned.text() + "\u201d."
                        + expectation.expected(),
                "Look at the label again; what looks alike is offered.",
                goods.lookingLike(scanned.text()));
    }
}
