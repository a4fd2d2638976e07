package stemma.quality;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.Turns;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.store.InspectionTable;
import stemma.quality.store.ResultTable;
import stemma.quality.store.SpecificationTable;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Meaning;
import stemma.signatures.Signatures;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Opens inspections by hand and takes results. Whoever records a result has the turns of the lots,
 * as a judgement has, so that one of the two sees the other.
 */
public final class Inspecting {
    private static final java.time.Duration CLOCK_TOLERANCE = java.time.Duration.ofMinutes(10);

    private final TransactionTemplate transactions;
    private final Turns turns;
    private final Lots lots;
    private final Quality quality;
    private final Instruments instruments;
    private final Audit audit;
    private final Signatures signatures;
    private final WorldClock clock;
    private final SpecificationTable specifications;
    private final InspectionTable inspections;
    private final ResultTable results;

    public Inspecting(
            JdbcClient database,
            TransactionTemplate transactions,
            Lots lots,
            Quality quality,
            Instruments instruments,
            Audit audit,
            Signatures signatures,
            WorldClock clock) {
        this.transactions = transactions;
        this.turns = new Turns(database);
        this.lots = lots;
        this.quality = quality;
        this.instruments = instruments;
        this.audit = audit;
        this.signatures = signatures;
        this.clock = clock;
        this.specifications = new SpecificationTable(database);
        this.inspections = new InspectionTable(database);
        this.results = new ResultTable(database);
    }

    /**
     * Opens an inspection of lots of one item by hand, once for an id. Refused with
     * {@code lot_unknown}, {@code items_differ}, {@code specification_unknown} where none is in
     * force, {@code event_id_reused}, {@code permission_missing}.
     */
    public Inspection open(
            Caller caller, EventId id, List<Portion> portions, Occasion why, Quantity amount) {
        Lot first = lot(portions);
        caller.require(Permission.INSPECT, first.site());
        return open(caller.author(), id, portions, why, amount);
    }

    /** Does so for an author who may. */
    public Inspection open(
            Author author, EventId id, List<Portion> portions, Occasion why, Quantity amount) {
        Lot first = lot(portions);
        Specification held = specifications.of(first.item()).stream()
                .filter(one -> one.state() == Specification.State.IN_FORCE)
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.of(
                                "specification_unknown",
                                404,
                                "No specification of " + first.item() + " is in force.")
                        .advising("Write one and have it put in force.")));
        Instant now = clock.now();
        Inspection inspection = new Inspection(
                id,
                held.item(),
                held.revision(),
                portions,
                first.site(),
                why,
                amount,
                held.sampling().samples(amount.amount()),
                now,
                author.actor(),
                held.due(now),
                Inspection.State.OPEN);
        return inTurn(portions, () -> {
            var known = inspections.find(id);
            if (known.isPresent()) return same(known.get(), inspection);
            inspections.open(inspection);
            ObjectNode said = JsonNodeFactory.instance.objectNode();
            said.put("specification", held.item() + "/" + held.revision());
            said.put("occasion", why.word());
            var all = said.putArray("lots");
            portions.forEach(lot -> all.add(lot.toString()));
            audit.record(author, "inspection_opened", id.toString(), null, said, null);
            return inspection;
        });
    }

    /** The same asked again is the inspection there is; another under its id is refused. */
    private static Inspection same(Inspection known, Inspection asked) {
        if (known.lots().equals(asked.lots()) && known.occasion() == asked.occasion()) return known;
        throw new Refused(Problem.of(
                        "event_id_reused",
                        422,
                        "The id " + asked.id() + " bears another inspection already.")
                .advising("Give every inspection an id of its own."));
    }

    private Lot lot(List<Portion> portions) {
        Lot first = null;
        for (Portion portion : portions) {
            Lot lot = lots.lot(portion.first())
                    .orElseThrow(() ->
                            Refused.of("lot_unknown", 404, "There is no lot " + portion + "."));
            if (first != null && !first.item().equals(lot.item()))
                throw Refused.of("items_differ", 422, "An inspection is of lots of one item.");
            first = lot;
        }
        if (first == null) throw Refused.of("lot_missing", 422, "An inspection is of a lot.");
        return first;
    }

    /**
     * Takes results, all or none, from a person or from an instrument by its program; once the
     * inspection is judged, over the caller's signature alone.
     */
    public InspectionCard record(
            Caller caller,
            EventId inspection,
            List<Reading> readings,
            Correction.@Nullable Asked correction) {
        InspectionCard card = quality.inspection(caller, inspection);
        SiteCode site = card.inspection().site();
        caller.require(Permission.INSPECT, site);
        if (readings.stream().anyMatch(Reading::isReport))
            caller.require(Permission.REPORT_FACT, site);
        if (correction == null) return record(caller.author(), inspection, readings);
        Correction.Why why = correction.why();
        Correction.Offer offer = new Correction.Offer(
                why,
                signatures.offer(
                        caller,
                        correction.typed(),
                        Meaning.CORRECTED,
                        Correction.digest(inspection, correction.shown(), why, readings)));
        return record(caller.author(), inspection, readings, offer);
    }

    /** Takes results of an author who may, of an inspection that nobody has judged. */
    public InspectionCard record(Author author, EventId inspection, List<Reading> readings) {
        return record(author, inspection, readings, null);
    }

    /**
     * Takes results of an author who may; sent again, they count once. A result of what has one
     * already takes its place and needs a reason; any after the judgement one of the list, and a
     * signature. Refused with {@code inspection_unknown}, {@code inspection_void},
     * {@code characteristic_unknown}, {@code sample_unknown}, {@code result_reason_missing},
     * {@code signature_missing}, {@code inspection_changed}, {@code event_id_reused},
     * {@code time_in_future}, {@code resource_out_of_calibration}, and as {@link Reading} says.
     */
    public InspectionCard record(
            Author author,
            EventId inspection,
            List<Reading> readings,
            Correction.@Nullable Offer offer) {
        InspectionCard known = quality.inspection(inspection);
        return inTurn(known.inspection().lots(), () -> {
            InspectionCard card = quality.inspection(inspection);
            if (card.inspection().state() == Inspection.State.VOID)
                throw new Refused(Problem.of(
                                "inspection_void",
                                409,
                                "What opened this inspection was voided; it is void too.")
                        .advising("Open another by hand if the goods are there."));
            Map<String, Result> counting = new HashMap<>();
            card.counting().forEach(result -> counting.put(key(result), result));
            Map<EventId, Result> sent = new HashMap<>();
            results.byId(readings.stream().map(Reading::id).toList())
                    .forEach(result -> sent.put(result.id(), result));
            Set<EventId> ids = new HashSet<>();
            List<Result> fresh = new ArrayList<>();
            for (Reading reading : readings) {
                if (!ids.add(reading.id())) throw reused(reading.id());
                Result result = result(card, reading, author);
                Result before = sent.get(reading.id());
                if (before != null) same(before, result);
                else {
                    Result fit = measured(card, reading, result);
                    fresh.add(taking(card, fit, counting.put(key(fit), fit), offer));
                }
            }
            boolean isLate = card.inspection().state() == Inspection.State.JUDGED;
            if (isLate && offer != null && !fresh.isEmpty()) signed(card, readings, offer);
            for (Result result : fresh) keep(author, card, result);
            return quality.inspection(inspection);
        });
    }

    private Result result(InspectionCard card, Reading reading, Author author) {
        Characteristic one = card.specification()
                .characteristic(reading.characteristic())
                .orElseThrow(() -> Refused.of(
                        "characteristic_unknown",
                        422,
                        card.specification().title() + " has no characteristic "
                                + reading.characteristic() + "."));
        int needed = Verdict.needed(one, card.inspection().samples());
        int sample = reading.sample() == null ? 1 : reading.sample();
        if (sample < 1 || sample > needed)
            throw Refused.of(
                    "sample_unknown",
                    422,
                    one.name() + " is found of " + needed
                            + (needed == 1 ? " sample." : " samples."));
        Instant now = clock.now();
        if (reading.occurredAt() != null && reading.occurredAt().isAfter(now.plus(CLOCK_TOLERANCE)))
            throw Refused.of("time_in_future", 422, reading.occurredAt() + " is in the future.");
        return reading.result(card.inspection().id(), one, card.plan(), now, author.actor());
    }

    /**
     * What an instrument measures that is not fit for it is refused; what it has measured already
     * is kept, with what stands against it and why.
     */
    private Result measured(InspectionCard card, Reading reading, Result result) {
        Result.Instrument by = result.instrument();
        if (by == null || by.resource().isBlank()) return result;
        List<Violation> against = instruments.against(
                by.resource(), card.specification().item(), result.occurredAt());
        if (against.isEmpty()) return result;
        Violation first = against.getFirst();
        String element = "results[" + result.characteristic() + "].instrument";
        if (!reading.isReport())
            throw new Refused(Problem.of(first.code(), 409, first.sentence())
                    .advising("Measure with another; what was measured already is stated as a"
                            + " fact, with the reason.")
                    .with("element", element));
        if (result.reason().isEmpty())
            throw new Refused(Problem.of(
                            "result_reason_missing",
                            409,
                            first.sentence() + " Say why it was measured with it.")
                    .advising("Write the reason and send it again.")
                    .with("element", "results[" + result.characteristic() + "].reason"));
        return result.keptAgainst(first.code() + ": " + first.sentence());
    }

    /** What changes a judgement that was signed takes a signature and a reason of the list. */
    private static Result taking(
            InspectionCard card,
            Result result,
            @Nullable Result before,
            Correction.@Nullable Offer offer) {
        boolean isLate = card.inspection().state() == Inspection.State.JUDGED;
        String element = "results[" + result.characteristic() + "]";
        if (isLate && offer == null)
            throw new Refused(Problem.of(
                            "signature_missing",
                            409,
                            "The inspection was judged already: a result that comes now changes"
                                    + " what was signed.")
                    .advising("Say why, by the list, and sign with your password.")
                    .with("element", element));
        boolean saysWhy = !result.reason().isEmpty()
                || isLate && offer != null && offer.why() != Correction.Why.OTHER;
        if ((before != null || isLate) && !saysWhy)
            throw new Refused(Problem.of(
                            "result_reason_missing",
                            409,
                            before != null
                                    ? "There is a result of this already; say why another takes"
                                            + " its place."
                                    : "The inspection was judged already; say why a result comes"
                                            + " now.")
                    .advising("Write the reason and send it again.")
                    .with("element", element + ".reason"));
        Result late = isLate && offer != null
                ? result.correcting(
                        new Correction(offer.why(), offer.signature().signature()))
                : result;
        return before == null ? late : late.inPlaceOf(before);
    }

    private static void signed(
            InspectionCard card, List<Reading> readings, Correction.Offer offer) {
        String now = Correction.digest(card.inspection().id(), card.digest(), offer.why(), readings)
                .text();
        if (!now.equals(offer.signature().signature().digest()))
            throw new Refused(Problem.of(
                            "inspection_changed",
                            409,
                            "The inspection has changed since it was shown.")
                    .advising("Look at it again and sign what is to change of what it says now."));
        offer.signature().give();
    }

    private void keep(Author author, InspectionCard card, Result result) {
        if (!results.add(result)) throw reused(result.id());
        ObjectNode before = result.replaces() == null
                ? null
                : card.results().stream()
                        .filter(one -> one.id().equals(result.replaces()))
                        .findFirst()
                        .map(QualityJson::result)
                        .orElse(null);
        audit.record(
                author,
                "result_recorded",
                card.inspection().id().toString(),
                before,
                QualityJson.result(result),
                why(result));
    }

    private static @Nullable String why(Result result) {
        Correction correction = result.correction();
        String why = correction == null ? result.reason() : correction.words(result.reason());
        return why.isEmpty() ? null : why;
    }

    private static void same(Result known, Result sent) {
        boolean same = known.inspection().equals(sent.inspection())
                && key(known).equals(key(sent))
                && known.value().equals(sent.value())
                && known.reason().equals(sent.reason())
                && known.evidence() == sent.evidence()
                && java.util.Objects.equals(known.instrument(), sent.instrument());
        if (!same) throw reused(known.id());
    }

    private static Refused reused(EventId id) {
        return new Refused(Problem.of(
                        "event_id_reused", 422, "The id " + id + " bears another result already.")
                .advising("Give every result an id of its own."));
    }

    private static String key(Result result) {
        return result.characteristic() + "/" + result.sample();
    }

    private <T> T inTurn(List<Portion> portions, Supplier<T> act) {
        Set<String> keys = new HashSet<>();
        portions.forEach(portion -> keys.add(Lots.lock(portion.first())));
        T done = transactions.execute(_ -> {
            turns.enter(Turns.Company.TOGETHER);
            turns.take(keys);
            return act.get();
        });
        return java.util.Objects.requireNonNull(done);
    }
}
