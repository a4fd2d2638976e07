package stemma.intake;

import stemma.catalog.Catalog;
import stemma.identifiers.EventId;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.CanonicalJson;
import stemma.journal.WorldClock;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Ledger;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Recorded;
import stemma.ledger.Submission;
import stemma.ledger.Submitted;
import stemma.lots.Lots;
import stemma.quantity.MalformedQuantity;
import stemma.stock.Stock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads what clients send. It is the JSON of the event as stored, except that a client may leave
 * out what has an obvious value (claim: intent, evidence: keyed, occurredAt: now, ordinals in
 * order) and may name a lot by its number, its supplier's number or its serial. The digest is of
 * what was sent.
 */
public final class DraftReading {
    private final Catalog catalog;
    private final Lots lots;
    private final References references;
    private final Ledger ledger;
    private final WorldClock clock;

    public DraftReading(Catalog catalog, Lots lots, Stock stock, Ledger ledger, WorldClock clock) {
        this.catalog = catalog;
        this.lots = lots;
        this.references = new References(lots, stock);
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Reads an event, or {@code {"events": […]}} to be recorded all or none, as one submission. */
    public Submission read(Author author, JsonNode sent, Intake.Gate gate) {
        return read(author, sent, ahead(List.of(sent), gate), Undecided.NONE);
    }

    /**
     * Looks up at once what the items and lots named in the drafts are counted in; what lots are
     * called otherwise is looked up when it is asked for.
     */
    LookedUp ahead(Collection<JsonNode> drafts, Intake.Gate gate) {
        BaseUnits units = BaseUnits.ahead(catalog, lots, drafts);
        return new LookedUp(
                units, new NamesMeant(lots, units, drafts, gate), new Arrival(catalog, clock));
    }

    Submission read(Author author, JsonNode sent, LookedUp lookedUp, Undecided before) {
        List<Submitted> events = new ArrayList<>();
        if (sent.get("events") instanceof ArrayNode several) {
            only(sent, "events");
            for (int i = 0; i < several.size(); i++) {
                try {
                    events.addAll(one(several.get(i), lookedUp, before));
                } catch (MalformedEvent bad) {
                    throw new MalformedEvent(
                            bad.code(),
                            "events[" + i + "]." + bad.element(),
                            message(bad),
                            bad.candidates());
                }
            }
        } else {
            events.addAll(one(sent, lookedUp, before));
        }
        return new Submission(author, events);
    }

    private static String message(MalformedEvent bad) {
        return bad.getMessage() == null ? bad.code() : bad.getMessage();
    }

    private static void only(JsonNode object, String field) {
        for (String name : object.propertyNames()) {
            if (!name.equals(field)) {
                throw new MalformedEvent(
                        "field_unknown", name, "\"" + name + "\" is not a field here");
            }
        }
    }

    private List<Submitted> one(JsonNode sent, LookedUp lookedUp, Undecided before) {
        if (!(sent instanceof ObjectNode original)) {
            throw new MalformedEvent("event_invalid", "", "an event is a JSON object");
        }
        byte[] bytes = CanonicalJson.bytes(original);
        try {
            List<Event> understood = understood(original.deepCopy(), lookedUp, before);
            understood.forEach(lookedUp.units()::expect);
            List<Submitted> events = new ArrayList<>();
            for (Event first : understood.subList(0, understood.size() - 1))
                events.add(Submitted.of(first));
            events.add(Submitted.of(understood.getLast(), bytes));
            return events;
        } catch (MalformedEvent bad) {
            return List.of(Submitted.of(standing(original).orElseThrow(() -> bad), bytes));
        }
    }

    /** Returns the event itself, last, and before it what the ledger must know first. */
    private List<Event> understood(ObjectNode draft, LookedUp lookedUp, Undecided before) {
        try {
            forbidden(draft, "");
            if (draft.path("id").isString()) EventId.sent(draft.path("id").stringValue());
            defaults(draft, lookedUp.arrival());
            List<Event> events =
                    new ArrayList<>(references.resolve(draft, lookedUp.names(), before));
            events.forEach(lookedUp.units()::expect);
            new Numbering(catalog, lots).fill(draft, day(draft, lookedUp.arrival()));
            new Measuring(lookedUp.units()).convert(draft);
            events.add(EventJson.read(draft));
            return events;
        } catch (MalformedIdentifier bad) {
            throw new MalformedEvent(bad.code(), "", bad.getMessage() + "");
        } catch (MalformedQuantity bad) {
            throw new MalformedEvent(bad.code(), "", bad.getMessage() + "");
        }
    }

    /**
     * Returns the event that stands under the id. What was recorded is answered the same for ever,
     * though a number now names two lots or a conversion is no longer in force; whether the content
     * is the same, the ledger tells by its digest.
     */
    private Optional<Event> standing(ObjectNode sent) {
        try {
            return ledger.event(EventId.of(sent.path("id").asString(""))).map(Recorded::event);
        } catch (MalformedIdentifier noId) {
            return Optional.empty();
        }
    }

    /** Nobody signs for another and nobody writes the ledger's own words. */
    private static void forbidden(ObjectNode draft, String path) {
        for (String field : List.of("signature", "follows", "violations", "measured")) {
            if (draft.has(field)) {
                throw new MalformedEvent(
                        "field_not_yours",
                        path + field,
                        "\"" + field + "\" is filled in here, not sent");
            }
        }
        if (draft.get("replacement") instanceof ObjectNode replacement)
            forbidden(replacement, path + "replacement.");
    }

    private void defaults(ObjectNode draft, Arrival arrival) {
        absent(draft, "claim", "intent");
        absent(draft, "evidence", "keyed");
        if (!draft.has("site"))
            arrival.onlySite().ifPresent(site -> draft.put("site", site.code()));
        occurredAt(draft, arrival);
        run(draft);
        for (String births : List.of("lots", "outputs", "into")) ordinals(draft.path(births));
        switch (draft.path("event").asString("")) {
            case "held" -> absent(draft, "descent", "with_descendants");
            case "merged" -> birth(draft.get("into"), 0);
            case "removed" -> birth(draft.get("reclaimed"), 0);
            case "returned" -> ordinals(draft.path("lines").findValues("as"));
            case "corrected" -> {
                if (draft.get("replacement") instanceof ObjectNode replacement)
                    defaults(replacement, arrival);
            }
            default -> {}
        }
    }

    private static void absent(ObjectNode draft, String field, String value) {
        if (!draft.has(field)) draft.put(field, value);
    }

    /**
     * A moment in text becomes an interval of that moment, two with a slash between are the ends of
     * one; none at all is the moment of arrival.
     */
    private static void occurredAt(ObjectNode draft, Arrival arrival) {
        JsonNode given = draft.get("occurredAt");
        if (given != null && !given.isString()) return;
        String[] ends = given == null ? new String[0] : given.stringValue().split("/", 2);
        Instant from = given == null ? arrival.moment() : moment(ends[0]);
        Instant to = ends.length < 2 ? from : moment(ends[1]);
        ObjectNode interval = JsonNodeFactory.instance.objectNode();
        interval.put("from", from.toString());
        interval.put("to", to.toString());
        interval.put("source", given == null ? "server" : "stated");
        interval.put("zone", zone(draft, arrival).getId());
        draft.set("occurredAt", interval);
    }

    private static Instant moment(String text) {
        try {
            // A leap second is the last moment of its minute; no clock here counts it.
            String counted = text.replaceFirst("(T\\d\\d:59):60(?!\\d)", "$1:59.999");
            return OffsetDateTime.parse(counted).toInstant();
        } catch (DateTimeParseException noOffset) {
            throw new MalformedEvent(
                    "offset_required",
                    "occurredAt",
                    "\"" + text
                            + "\" needs date, time and offset, as in 2026-05-01T09:55:00+01:00");
        }
    }

    /** Returns the day at the site on which it happened, by which lots are numbered. */
    private static LocalDate day(ObjectNode draft, Arrival arrival) {
        String from = draft.path("occurredAt").path("from").asString("");
        try {
            return Instant.parse(from).atZone(zone(draft, arrival)).toLocalDate();
        } catch (DateTimeException toldLater) {
            return LocalDate.ofInstant(arrival.moment(), zone(draft, arrival));
        }
    }

    private static ZoneId zone(ObjectNode draft, Arrival arrival) {
        String code = draft.path("site").asString("");
        return code.isBlank() ? ZoneId.of("UTC") : arrival.zone(new SiteCode(code));
    }

    /** A run may be named by its id alone. */
    private static void run(ObjectNode draft) {
        if (draft.get("run") instanceof JsonNode run && run.isString()) {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            whole.put("id", run.stringValue());
            draft.set("run", whole);
        }
        if (draft.get("run") instanceof ObjectNode run) {
            absent(run, "kind", "production");
            absent(run, "basis", "none");
        }
    }

    private static void ordinals(Iterable<JsonNode> births) {
        int next = 0;
        for (JsonNode birth : births) {
            if (birth instanceof ObjectNode object && object.has("passport")) {
                birth(object, next);
                next = object.path("ordinal").asInt(next)
                        + Math.max(1, object.path("units").asInt(1));
            }
        }
    }

    private static void birth(@org.jspecify.annotations.Nullable JsonNode birth, int ordinal) {
        if (!(birth instanceof ObjectNode object)) return;
        if (!object.has("ordinal")) object.put("ordinal", ordinal);
        if (!object.has("units")) object.put("units", 1);
    }
}
