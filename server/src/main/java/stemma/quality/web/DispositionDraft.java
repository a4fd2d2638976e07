package stemma.quality.web;

import stemma.identifiers.ActorId;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.intake.Desk;
import stemma.intake.Objection;
import stemma.intake.Slip;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Evidence;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Place;
import stemma.ledger.Rule;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.BlockedLine;
import stemma.quality.BlockedStock;
import stemma.quality.Disposition;
import stemma.quality.InspectionCard;
import stemma.quantity.Quantity;
import stemma.stock.Places;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Makes of the form of a disposition what every door takes. */
final class DispositionDraft {
    /** What a concession overrides; nothing else is stated as a fact by it. */
    private static final Set<String> CONCEDED =
            Set.of(Rule.INSPECTION_FAILED.code(), Rule.INSPECTION_OPEN.code());

    private final BlockedLine line;
    private final List<InspectionCard> cards;
    private final Lots lots;
    private final Slip slip;
    private final String password;

    DispositionDraft(
            BlockedLine line, List<InspectionCard> cards, Lots lots, Slip slip, String password) {
        this.line = line;
        this.cards = cards;
        this.lots = lots;
        this.slip = slip;
        this.password = password;
    }

    /** Returns it as it is asked for; refused where the form leaves something open. */
    ObjectNode asked() {
        return draft(Claim.INTENT);
    }

    /** Returns it with the judgement stated as a fact, kept with what it breaks. */
    ObjectNode stated() {
        return draft(Claim.REPORT);
    }

    /** Says whether all that stands against it is what the person has said to concede. */
    boolean isConceded(Desk.Outcome asked) {
        return slip.has("concession")
                && asked instanceof Desk.Outcome.Objected(List<Objection> objections)
                && objections.stream().allMatch(o -> CONCEDED.contains(o.code()));
    }

    /** Whoever saw it destroyed works here, and is somebody else than who signs for it. */
    void witness(Predicate<ActorId> isKnown, ActorId signer) {
        if (!slip.word("way").equals("destroy")) return;
        String said = slip.word("witness");
        if (said.isEmpty()) throw Disposition.incomplete("witness", "Say who saw it destroyed.");
        ActorId witness = new ActorId(said);
        if (!isKnown.test(witness))
            throw Disposition.incomplete("witness", "There is no person " + said + ".");
        if (witness.equals(signer))
            throw Disposition.incomplete("witness", "The witness is somebody else than who signs.");
    }

    private ObjectNode draft(Claim judged) {
        if (password.isEmpty())
            throw Disposition.incomplete("password", "A disposition is signed: by your password.");
        Disposition disposition = disposition();
        List<EventId> used = new ArrayList<>();
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        ArrayNode events = whole.putArray("events");
        for (Event event : disposition.events(() -> circumstances(used))) {
            ObjectNode written = EventJson.write(event);
            // When it happened, and what it was counted in, is filled in at the door.
            written.remove(List.of("occurredAt", "measured", "violations"));
            if (event instanceof Event.Judged)
                written.put("claim", judged.name().toLowerCase(Locale.ROOT));
            events.add(written);
        }
        whole.putObject("sign")
                .put("signer", slip.word("signer"))
                .put("password", password)
                .put("meaning", "approved");
        return whole;
    }

    private Circumstances circumstances(List<EventId> used) {
        EventId id =
                used.isEmpty() ? slip.event() : slip.event().beside("disposition " + used.size());
        used.add(id);
        Place place = BlockedStock.place(line.stock());
        Lot lot = line.stock().lot().lot();
        return Circumstances.of(
                id,
                Claim.INTENT,
                Occurrence.at(
                        line.now(), stemma.ledger.TimeSource.SERVER, java.time.ZoneOffset.UTC),
                Places.site(line.stock().stands()).or(() -> Places.site(place)).orElse(lot.site()),
                Evidence.KEYED);
    }

    private Disposition disposition() {
        Lot lot = line.stock().lot().lot();
        Line goods = goods(lot);
        boolean parts = !goods.quantity().equals(line.stock().quantity()) && !lot.isSerial();
        Disposition.Way way = way(lot);
        boolean leaves =
                way instanceof Disposition.Way.GiveBack || way instanceof Disposition.Way.Destroy;
        boolean isNumbered = !leaves && (parts || way instanceof Disposition.Way.Regrade);
        if (isNumbered && slip.word("number").isEmpty())
            throw Disposition.incomplete("number", "A part gets a number of its own.");
        return new Disposition(
                goods,
                lot.item(),
                isNumbered ? slip.word("number") : "",
                way,
                slip.word("why"),
                leaves ? List.of() : basis());
    }

    private Line goods(Lot lot) {
        Place from = BlockedStock.place(line.stock());
        if (lot.isSerial()) {
            Portion units = units(lot);
            return new Line(units, Quantity.each(units.count()), null, from);
        }
        String said = slip.word("amount");
        if (said.isEmpty())
            return new Line(lot.span(), line.stock().quantity(), line.stock().catchWeight(), from);
        Quantity amount = Quantity.of(said.matches("[\\d.]+") ? said + " " + lot.unit() : said);
        Quantity weight = slip.has("weight") ? Quantity.of(slip.word("weight")) : null;
        return new Line(lot.span(), amount, weight, from);
    }

    /** Returns the units that are meant, from one serial number to another; all where none is. */
    private Portion units(Lot lot) {
        String said = slip.word("units");
        if (said.isEmpty()) return lot.span();
        String[] ends = said.split("\\.\\.", 2);
        LotId first = unit(lot, ends[0].strip());
        LotId last = unit(lot, ends[ends.length - 1].strip());
        if (last.ordinal() < first.ordinal())
            throw Disposition.incomplete("units", "The last unit comes before the first.");
        return new Portion(first, last.ordinal() - first.ordinal() + 1);
    }

    private LotId unit(Lot lot, String serial) {
        return lots.bySerial(serial).stream()
                .filter(unit -> lot.span().contains(unit.unit()))
                .map(stemma.lots.SerialUnit::unit)
                .findFirst()
                .orElseThrow(() -> Disposition.incomplete(
                        "units", serial + " is no unit of lot " + lot.number() + "."));
    }

    private Disposition.Way way(Lot lot) {
        return switch (slip.word("way")) {
            case "use_as_is" -> new Disposition.Way.UseAsIs();
            case "rework" -> new Disposition.Way.Rework();
            case "regrade" ->
                new Disposition.Way.Regrade(
                        new ItemCode(said("item", "Say what it becomes.")),
                        slip.word("status").equals("released")
                                ? Status.RELEASED
                                : Status.RESTRICTED);
            case "give_back" ->
                new Disposition.Way.GiveBack(
                        new PartnerCode(said("supplier", "Say to whom it goes back.")),
                        new DocumentCode(said("document", "Say by which document it leaves.")));
            case "destroy" ->
                new Disposition.Way.Destroy(
                        new DocumentCode(said("document", "Say which document proves it.")),
                        slip.word("method"),
                        slip.word("witness"));
            default -> throw Disposition.incomplete("way", "Say what becomes of it.");
        };
    }

    private String said(String field, String sentence) {
        if (!slip.has(field)) throw Disposition.incomplete(field, sentence);
        return slip.word(field);
    }

    /** What was shown of the inspections that wait; the room tells whether it is still so. */
    private List<InspectionBasis> basis() {
        List<InspectionBasis> all = new ArrayList<>();
        for (int i = 0; i < slip.all("inspection").size(); i++) {
            EventId id = EventId.of(slip.word("inspection", i));
            String shown = slip.word("shown", i);
            String conclusion = slip.word("conclusion", i);
            cards.stream()
                    .filter(card -> card.inspection().id().equals(id))
                    .map(card -> new InspectionBasis(
                            id,
                            card.specification().item(),
                            card.specification().revision(),
                            conclusion,
                            shown))
                    .forEach(all::add);
        }
        return all;
    }
}
