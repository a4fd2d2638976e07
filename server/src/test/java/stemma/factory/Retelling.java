package stemma.factory;

import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Occurrence;
import stemma.ledger.Reason;
import stemma.ledger.ResourceUse;
import stemma.signatures.Signature;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the events of a plan as a scenario, in the words of docs/scenarios.md. */
final class Retelling {
    private final Plan plan;
    private final Wording words;
    private final List<String> lines = new ArrayList<>();
    private final Map<Object, String> labels = new HashMap<>();

    private Retelling(Plan plan) {
        this.plan = plan;
        this.words = new Wording(plan.codes());
    }

    /** Returns the scenario, with a question about every lot at its end and no answers yet. */
    static String of(Plan plan) {
        Retelling retelling = new Retelling(plan);
        retelling.masters();
        plan.submissions().forEach(retelling::sentence);
        retelling.questions();
        return String.join("\n", retelling.lines) + "\n";
    }

    private void masters() {
        Codes codes = plan.codes();
        for (var item : codes.items()) {
            String tracking = codes.isSerial(item) ? " serial" : codes.isPool(item) ? " pool" : "";
            lines.add("item " + words.code(item) + " " + codes.of(item) + tracking
                    + " received released");
        }
    }

    private void sentence(List<Event> together) {
        together.forEach(words::born);
        boolean states = together.stream().anyMatch(e -> e.circumstances().isReport());
        String acts = together.stream().map(this::act).collect(Collectors.joining(";\n    "));
        lines.add((states ? "report " : "") + acts);
    }

    private String act(Event event) {
        labels.put(event.id(), label(event));
        if (!(event instanceof Event.Corrected correction)) {
            return ActText.of(event, words) + manner(event, event) + " as " + label(event);
        }
        String named = labels.get(correction.corrects());
        Event right = correction.replacement();
        if (right == null)
            return "void " + named + why(event) + signed(event) + " as " + label(event);
        words.born(right);
        return "correct " + named + " by " + ActText.of(right, words) + manner(right, event)
                + " as " + label(event);
    }

    /** What makes a document is called by its code, anything else by its number in the story. */
    private String label(Event event) {
        String document = ActText.document(event);
        return document != null ? words.code(document) : "e" + words.number(event.id());
    }

    private String manner(Event told, Event because) {
        Occurrence at = told.circumstances().occurredAt();
        LocalDate first = LocalDate.ofInstant(at.from(), ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(at.to(), ZoneOffset.UTC);
        String times = at.from().equals(at.to())
                ? time(at.from())
                : time(at.from()) + ".." + time(at.to());
        String days = first.equals(last) ? first.toString() : first + ".." + last;
        StringBuilder text = new StringBuilder(" at " + times + " on " + days);
        text.append(why(because));
        for (ResourceUse use : told.circumstances().resources()) {
            text.append(" using ")
                    .append(words.code(use.resource()))
                    .append(" role ")
                    .append(use.role());
        }
        return text + signed(because) + " "
                + told.circumstances().evidence().name().toLowerCase(Locale.ROOT);
    }

    private static String signed(Event event) {
        Signature signature = event.circumstances().signature();
        return signature == null ? "" : " signed by " + signature.signer();
    }

    private static String why(Event event) {
        Reason reason = event.circumstances().reason();
        return reason == null ? "" : " because " + reason.code();
    }

    private static String time(Instant moment) {
        return LocalTime.ofInstant(moment, ZoneOffset.UTC).toString();
    }

    private void questions() {
        List<String> lots = new ArrayList<>();
        for (Event event : Replay.standing(plan.events())) {
            Facts.births(event).forEach(birth -> lots.add(words.lot(birth.of(event.id()))));
        }
        if (lots.isEmpty()) return;
        lines.add("stock " + String.join(", ", lots));
        lots.forEach(lot -> lines.add("trace forward " + lot));
    }
}
