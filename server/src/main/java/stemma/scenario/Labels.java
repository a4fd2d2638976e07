package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.ledger.Event;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The names by which a scenario speaks of what was told before, and the codes it makes up. Where
 * one sentence told several events, {@code e1} is all of them and {@code e1.produced} one.
 */
final class Labels {
    private final Map<String, List<Event>> told = new HashMap<>();
    private final Map<String, List<Event>> followers = new HashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();
    private List<Event> last = List.of();

    /** Names what a sentence tells: as it says, and by the codes of the documents made. */
    void label(@Nullable String label, List<Event> events) {
        if (label != null) told.put(label, List.copyOf(events));
        for (Event event : events) {
            String code = document(event);
            if (code != null && !code.equals(label)) told.put(code, List.of(event));
        }
    }

    /** Names what followed from a sentence, so that {@code e1.held} is the hold that came of e1. */
    void following(List<Event> sent, List<Event> followed) {
        for (Map.Entry<String, List<Event>> named : told.entrySet()) {
            if (sent.containsAll(named.getValue())) {
                followers.put(named.getKey(), List.copyOf(followed));
            }
        }
    }

    /** Returns the code of the document that an event makes, if it makes one. */
    static @Nullable String document(Event event) {
        return switch (event) {
            case Event.Received e -> e.receipt().code();
            case Event.Shipped e -> e.shipment().code();
            case Event.Returned e -> e.document().code();
            case Event.ReturnedToSupplier e -> e.document().code();
            case Event.Held e -> e.hold().code();
            case Event.Opened _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Delivered _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> null;
        };
    }

    void last(List<Event> events) {
        last = List.copyOf(events);
    }

    List<Event> last() {
        return last;
    }

    /** Returns the events told under the name, as they were sent. */
    List<Event> all(String label) {
        List<Event> events = told.get(label);
        if (events != null) return events;
        int dot = label.lastIndexOf('.');
        if (dot > 0) {
            String whole = label.substring(0, dot);
            String kind = label.substring(dot + 1);
            List<Event> some = Stream.of(told, followers)
                    .flatMap(names -> names.getOrDefault(whole, List.of()).stream())
                    .filter(e -> kind(e).equals(kind))
                    .toList();
            if (!some.isEmpty()) return some;
        }
        throw new Unclear("nothing was told as " + label);
    }

    /** Returns the one event told under the name. */
    Event one(String label) {
        List<Event> events = all(label);
        if (events.size() == 1) return events.getFirst();
        throw new Unclear(label + " is several events; write "
                + String.join(
                        " or ", events.stream().map(e -> label + "." + kind(e)).toList()));
    }

    /**
     * Returns the event that a correction, or a correction of one, is about; else the event itself.
     */
    Event original(Event event) {
        Event at = event;
        while (at instanceof Event.Corrected correction) {
            if (correction.replacement() != null)
                return byId(correction.replacement().id());
            at = byId(correction.corrects());
        }
        return at;
    }

    private Event byId(EventId id) {
        return told.values().stream()
                .flatMap(List::stream)
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unclear("nothing was told under the id " + id));
    }

    /** Returns the next code that begins so, such as {@code S-1}. */
    String next(String prefix) {
        return prefix + "-" + counted.merge(prefix, 1, Integer::sum);
    }

    private static String kind(Event event) {
        return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
