package stemma.intake;

import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.Reason;
import stemma.ledger.Rule;
import stemma.ledger.TimeSource;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.Stock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts LotIds where a client used the names people use: a lot number, {@code item:number}, a
 * supplier's number, a serial. One name for several lots is settled by where the material is said
 * to stand, else refused with the candidates. A report may name a lot that nobody knows: it is
 * opened, unidentified.
 */
final class References {
    private static final Set<String> SINGLE = Set.of("lot", "of", "unit", "is", "unknown");
    private static final Set<String> SEVERAL = Set.of("lots", "into");

    private final Lots lots;
    private final Stock stock;

    References(Lots lots, Stock stock) {
        this.lots = lots;
        this.stock = stock;
    }

    /** Says whether the draft calls any lot otherwise than by its LotId. */
    static boolean hasNames(JsonNode draft) {
        return !each(draft, _ -> false);
    }

    /** Adds what the draft calls lots by, other than their LotIds. */
    static void names(JsonNode draft, Set<String> names) {
        boolean unused = each(draft, name -> {
            names.add(name);
            return true;
        });
    }

    /** Tells every name until it is to go no further; returns whether it came to the end. */
    private static boolean each(JsonNode node, Predicate<String> further) {
        for (var field : node.properties()) {
            JsonNode value = field.getValue();
            if (SINGLE.contains(field.getKey()) && isName(value)) {
                if (!further.test(value.stringValue())) return false;
            } else if (value.isArray() && SEVERAL.contains(field.getKey())) {
                for (JsonNode element : value)
                    if (isName(element) && !further.test(element.stringValue())) return false;
            }
            if (value.isContainer() && !each(value, further)) return false;
        }
        if (node.isArray()) for (JsonNode element : node) if (!each(element, further)) return false;
        return true;
    }

    private static boolean isName(JsonNode value) {
        return value.isString() && !LotId.looksLike(first(value.stringValue()));
    }

    private static String first(String portion) {
        int range = portion.indexOf("..");
        return range < 0 ? portion : portion.substring(0, range);
    }

    /** Changes the draft in place; returns the events that must go before it. */
    List<Event> resolve(ObjectNode draft, NamesMeant names, Undecided undecided) {
        Resolving resolving = new Resolving(names, undecided);
        resolving.walk(draft, draft);
        return resolving.before;
    }

    /** One draft, what waits before it, and the events that must go before it. */
    private final class Resolving {
        private final NamesMeant names;
        private final Undecided undecided;
        private final List<Event> before = new ArrayList<>();

        Resolving(NamesMeant names, Undecided undecided) {
            this.names = names;
            this.undecided = undecided;
        }

        private void walk(ObjectNode node, ObjectNode draft) {
            for (String name : List.copyOf(node.propertyNames())) {
                JsonNode value = node.get(name);
                if (value.isString() && SINGLE.contains(name)) {
                    node.put(name, portion(value.stringValue(), node, draft));
                } else if (value instanceof ArrayNode list) {
                    ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
                    for (JsonNode element : list) {
                        if (element instanceof ObjectNode object) walk(object, draft);
                        boolean names = element.isString() && SEVERAL.contains(name);
                        if (names) resolved.add(portion(element.stringValue(), node, draft));
                        else resolved.add(element);
                    }
                    node.set(name, resolved);
                } else if (value instanceof ObjectNode object && !name.equals("passport")) {
                    walk(object, name.equals("replacement") ? object : draft);
                }
            }
        }

        private String portion(String text, ObjectNode line, ObjectNode draft) {
            if (LotId.looksLike(first(text))) return text;
            if (undecided.mayMean(text)) decide();
            List<Portion> meant = names.of(text);
            if (meant.size() > 1) {
                decide();
                meant = standingAt(names.of(text), line.path("from").asString(""));
            }
            if (meant.size() == 1) return meant.getFirst().toString();
            if (meant.isEmpty()) {
                Event.Opened opened = unknown(text, line, draft);
                before.add(opened);
                return new LotId(opened.id(), 0).toString();
            }
            List<String> candidates = meant.stream().map(Portion::toString).toList();
            throw new MalformedEvent(
                    "lot_ambiguous",
                    "lot",
                    "\"" + text + "\" names " + meant.size() + " lots; send one of "
                            + String.join(", ", candidates),
                    candidates);
        }

        /** Has what waits decided, by which some names may come to mean something else. */
        private void decide() {
            names.forget(undecided::mayMean);
            undecided.decide();
        }
    }

    private List<Portion> standingAt(List<Portion> meant, String from) {
        if (from.isEmpty()) return meant;
        Place place = Place.of(from);
        Map<LotId, Lot> known = lots.lots(meant.stream().map(Portion::first).toList());
        Set<LotId> there = stock.balances(known.values()).stream()
                .filter(b -> b.place().equals(place) && b.quantity().isPositive())
                .map(b -> b.lot().first())
                .collect(Collectors.toSet());
        List<Portion> standing =
                meant.stream().filter(p -> there.contains(p.first())).toList();
        return standing.isEmpty() ? meant : standing;
    }

    /** What has happened is recorded though nobody knows the lot; it is identified later. */
    private static Event.Opened unknown(String text, ObjectNode line, ObjectNode draft) {
        int colon = text.indexOf(':');
        boolean states = draft.path("claim").asString("").equals("report");
        if (!states
                || colon < 0
                || !line.path("quantity").isString()
                || !line.path("from").isString()) {
            throw new MalformedEvent(
                    Rule.LOT_UNKNOWN.code(),
                    "lot",
                    "There is no lot " + text
                            + (states
                                    ? "; to state it, send item:number with quantity and place"
                                    : ""));
        }
        EventId parent = EventId.of(draft.path("id").asString(""));
        return opened(parent, text, line, draft);
    }

    private static Event.Opened opened(
            EventId parent, String text, ObjectNode line, ObjectNode draft) {
        int colon = text.indexOf(':');
        var at = moment(draft.path("occurredAt").path("from").asString(""));
        Circumstances circumstances = Circumstances.of(
                        parent.derived("unidentified/" + text),
                        Claim.REPORT,
                        stemma.ledger.Occurrence.at(
                                at, TimeSource.STATED, java.time.ZoneId.of("UTC")),
                        new stemma.identifiers.SiteCode(draft.path("site").asString("")),
                        Evidence.UNKNOWN)
                .because(Reason.of(Rule.LOT_UNIDENTIFIED.code()));
        Passport passport = Passport.of(
                new ItemCode(text.substring(0, colon)), new LotNumber(text.substring(colon + 1)));
        return new Event.Opened(
                circumstances,
                List.of(Birth.of(
                        0,
                        passport,
                        Quantity.of(line.path("quantity").asString("")),
                        Place.of(line.path("from").asString("")))));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAMoment) {
            throw new MalformedEvent(
                    "time_invalid", "occurredAt.from", "\"" + text + "\" is not a moment");
        }
    }
}
