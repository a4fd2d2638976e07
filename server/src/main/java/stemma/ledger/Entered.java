package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An event as it was entered under a document, and the correction that ended it, if any. */
public record Entered(Recorded recorded, @Nullable Recorded correction) {

    /** Returns the events in their order, each with its correction: one query for all. */
    public static List<Entered> of(History history, Collection<Recorded> events) {
        Map<Long, Recorded> corrections =
                history.corrections(events.stream().map(Recorded::seq).toList());
        return events.stream()
                .map(event -> new Entered(event, corrections.get(event.seq())))
                .toList();
    }

    public boolean stands() {
        return correction == null;
    }

    /** Returns those that stand, or all where none does: what a void document says of itself. */
    public static List<Entered> telling(List<Entered> entries) {
        List<Entered> standing = entries.stream().filter(Entered::stands).toList();
        return standing.isEmpty() ? entries : standing;
    }

    /** Returns what takes effect under it; what is entered under a document always has some. */
    public Event effect() {
        return java.util.Objects.requireNonNull(recorded.effect());
    }

    /** Returns when the first of the events happened. */
    public static Instant began(Collection<Entered> entries) {
        return entries.stream()
                .map(entry -> entry.effect().circumstances().occurredAt().from())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    public Instant occurredAt() {
        return recorded.event().circumstances().occurredAt().from();
    }

    /** Returns what was entered, such as {@code received 500 kg} or {@code corrected to …}. */
    public String words() {
        Event event = recorded.event();
        if (!(event instanceof Event.Corrected)) return said(event);
        Event effect = recorded.effect();
        return effect == null ? "void" : "corrected: " + said(effect);
    }

    private static String said(Event event) {
        String kind = EventJson.kind(event).replace('_', ' ').toLowerCase(Locale.ROOT);
        Map<String, Quantity> sums = new LinkedHashMap<>();
        for (Quantity quantity : quantities(event)) {
            sums.merge(quantity.unit().code(), quantity, Quantity::plus);
        }
        List<String> amounts = new ArrayList<>();
        sums.values().forEach(sum -> amounts.add(sum.toString()));
        return amounts.isEmpty() ? kind : kind + " " + String.join(" and ", amounts);
    }

    /** What is taken back or split moves twice, and is counted as what came to be. */
    private static List<Quantity> quantities(Event event) {
        List<Birth> births = Facts.births(event);
        return births.isEmpty()
                ? Facts.movements(event).stream().map(Movement::quantity).toList()
                : births.stream().map(Birth::quantity).toList();
    }

    /** Returns how it is known, in words. */
    public String evidence() {
        return recorded.event().circumstances().evidence().name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a reader should know besides: the claim, broken rules, reasons, correction. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        Circumstances circumstances = recorded.event().circumstances();
        if (circumstances.isReport()) notes.add("Reported as a fact.");
        circumstances.violations().forEach(violation -> notes.add(violation.sentence()));
        if (circumstances.reason() != null) notes.add("Because " + said(circumstances.reason()));
        if (correction != null) {
            Reason why = correction.event().circumstances().reason();
            notes.add("No longer counts: "
                    + (correction.effect() == null ? "voided" : "corrected") + " by "
                    + correction.author().actor().code() + ", entry " + correction.seq()
                    + (why == null ? "." : ", because " + said(why)));
        }
        return notes;
    }

    private static String said(Reason reason) {
        String code = reason.code().replace('_', ' ');
        return reason.text().isEmpty() ? code + "." : code + ": " + reason.text();
    }
}
