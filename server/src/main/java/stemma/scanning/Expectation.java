package stemma.scanning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Holds what a scan means against what was asked for, and says the nearest right action. */
record Expectation(ScanQuestion question) {
    private static final List<ScanKind> CAN_BE_NEW =
            List.of(ScanKind.LOT, ScanKind.UNIT, ScanKind.CONTAINER);
    private static final Map<ScanKind, String> INSTEAD = Map.of(
            ScanKind.ITEM,
                    "The code names the product only: scan the label with the lot or serial.",
            ScanKind.LOT, "Look for the label of what is asked for; this one names a lot.",
            ScanKind.UNIT, "One unit is too little here: scan the label of the whole.",
            ScanKind.CONTAINER,
                    "Scan the label of the goods inside, or work with the whole container.",
            ScanKind.LOCATION, "The place is known; scan the goods now.");

    /** Returns the answer to a text that has these meanings, of which there is at least one. */
    ScanAnswer judge(String shown, List<Meaning> meanings) {
        Meaning first = meanings.getFirst();
        if (first.isNothing())
            return ScanAnswer.refused(
                    shown,
                    "scan_unknown",
                    first.says() + "." + expected(),
                    "Scan another code of the label, or add this one to the item in the masters.",
                    List.of());
        List<Meaning> fitting = meanings.stream().filter(this::fits).toList();
        if (fitting.isEmpty()) return wrong(shown, meanings);
        if (fitting.size() > 1)
            return ScanAnswer.several(
                    shown,
                    "\u201c" + shown + "\u201d is " + fitting.size() + " things here.",
                    "Choose which one it is.",
                    fitting);
        Meaning meaning = fitting.getFirst();
        boolean mayBeNew = question.fresh().contains(meaning.kind());
        if (meaning.isKnown() && mayBeNew) return ScanAnswer.taken(shown, meaning.asKnownAlready());
        if (meaning.isKnown() || question.expected().isEmpty())
            return ScanAnswer.taken(shown, meaning);
        if (mayBeNew) return ScanAnswer.taken(shown, meaning.asNew());
        return ScanAnswer.refused(
                shown,
                "scan_unknown",
                meaning.says() + ".",
                "Look at the label again. If the goods are here, receive them first.",
                List.of());
    }

    /** Returns what an unknown text may be the number of. */
    List<Meaning> fresh(String text) {
        List<Meaning> fresh = new ArrayList<>();
        for (ScanKind kind : CAN_BE_NEW) {
            if (!question.fresh().contains(kind) || !question.expects(kind)) continue;
            SequencedMap<String, String> fields = new LinkedHashMap<>();
            fields.put(kind.field(), text);
            fresh.add(new Meaning(
                    kind,
                    Meaning.Acquaintance.UNKNOWN,
                    "New number " + text + ", as " + kind.words(),
                    Tone.OK,
                    fields,
                    ""));
        }
        return fresh;
    }

    /** Returns a sentence that names what was expected; empty where anything is. */
    String expected() {
        if (question.expected().isEmpty()) return "";
        return " Expected "
                + question.expected().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(ScanKind::words)
                        .collect(Collectors.joining(" or "))
                + ".";
    }

    /** A label that names a lot names its item too, for who asks for the item alone. */
    private boolean fits(Meaning meaning) {
        if (question.expects(meaning.kind())) return true;
        boolean isGoods = meaning.kind() == ScanKind.LOT || meaning.kind() == ScanKind.UNIT;
        boolean asksForGoods = question.expects(ScanKind.LOT) || question.expects(ScanKind.UNIT);
        return isGoods
                && !asksForGoods
                && question.expects(ScanKind.ITEM)
                && meaning.fields().containsKey(ScanKind.ITEM.field());
    }

    private ScanAnswer wrong(String shown, List<Meaning> meanings) {
        Meaning scanned = meanings.getFirst();
        return ScanAnswer.refused(
                shown,
                "scan_not_expected",
                "Scanned " + scanned.kind().words() + ": " + scanned.says() + "." + expected(),
                INSTEAD.getOrDefault(scanned.kind(), "Scan what is asked for."),
                List.of());
    }
}
