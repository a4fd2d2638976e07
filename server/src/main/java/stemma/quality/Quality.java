package stemma.quality;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.History;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.quality.store.InspectionTable;
import stemma.quality.store.ResultTable;
import stemma.quality.store.SpecificationTable;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The entry to the room: what items are held against, what was found of lots, and what follows. All
 * reads are set-wise.
 */
public final class Quality {
    private final SpecificationTable specifications;
    private final InspectionTable inspections;
    private final ResultTable results;
    private final History history;

    public Quality(JdbcClient database, History history) {
        this.specifications = new SpecificationTable(database);
        this.inspections = new InspectionTable(database);
        this.results = new ResultTable(database);
        this.history = history;
    }

    /** Returns the rules about judgements, over the past as an append sees it. */
    public static Guard guard(JdbcClient database, History history) {
        return new JudgementGuard(new Quality(database, history), history);
    }

    /** Returns the rule that retained samples are kept to their last day. */
    public static Guard retention(JdbcClient database) {
        return new RetentionGuard(new Retentions(database));
    }

    /** Returns what opens inspections by the births of lots. */
    public static Projection projection(JdbcClient database) {
        return new QualityProjection(database);
    }

    /** Returns every revision of every item, by item, the newest first. */
    public List<Specification> specifications() {
        return specifications.all();
    }

    /** Returns the revisions for an item, the newest first. */
    public List<Specification> specifications(ItemCode item) {
        return specifications.of(item);
    }

    /** Returns the revisions that are in force for the items. */
    List<Specification> inForce(Collection<ItemCode> items) {
        return specifications.of(items).stream()
                .filter(one -> one.state() == Specification.State.IN_FORCE)
                .toList();
    }

    /** Returns the inspections of the lots that wait to be judged, without what was found. */
    List<Inspection> openOf(Collection<Portion> lots) {
        return inspections.of(lots).stream()
                .filter(one -> one.state() == Inspection.State.OPEN)
                .toList();
    }

    /** Returns a revision; refused with {@code specification_unknown}. */
    public Specification specification(ItemCode item, int revision) {
        return specifications
                .find(item, revision)
                .orElseThrow(() -> new Refused(Problem.of(
                                "specification_unknown",
                                404,
                                "There is no specification of " + item + ", revision " + revision
                                        + ".")
                        .notRecording("")));
    }

    /**
     * Returns every inspection of any of the lots, or of what they were split off, the oldest
     * first, with the results that count, their limits and methods, and who judged on them.
     */
    public List<InspectionCard> inspections(Collection<Portion> lots) {
        return told(inspections.of(lots));
    }

    /** Returns those whose results changed since they were judged, or fail before they are. */
    List<InspectionCard> contradicted() {
        return told(inspections.contradicted());
    }

    /** Returns the inspections of these ids; unknown ones are left out. */
    public List<InspectionCard> cards(Collection<EventId> ids) {
        return told(inspections.byId(ids));
    }

    /** Returns an inspection; refused with {@code inspection_unknown}. */
    public InspectionCard inspection(EventId id) {
        return cards(List.of(id)).stream().findFirst().orElseThrow(() -> unknown(id));
    }

    private static Refused unknown(EventId id) {
        return new Refused(
                Problem.of("inspection_unknown", 404, "There is no inspection " + id + ".")
                        .advising("Find it in the list of inspections, or from its lot."));
    }

    /** Returns an inspection to somebody; that of a site he may not see is as if it were not. */
    public InspectionCard inspection(Caller caller, EventId id) {
        return cards(List.of(id)).stream()
                .filter(card ->
                        caller.may(Permission.SEE_RECORD, card.inspection().site()))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    /** Returns a page of the inspections that stand so at all sites. */
    public List<InspectionCard> inspections(Inspection.State state, int offset, int limit) {
        return told(
                inspections.page(InspectionQuery.standing(state, offset, limit), Instant.EPOCH));
    }

    /** Returns a page of inspections as they stand at that moment. */
    public InspectionList inspections(InspectionQuery query, Instant at) {
        int[] counts = inspections.counts(query.sites(), at);
        return new InspectionList(
                query,
                told(inspections.page(query, at)),
                inspections.count(query, at),
                counts[0],
                counts[1],
                counts[2],
                at);
    }

    /** Returns the sites whose record the caller may see; nothing where that is all. */
    public static Optional<Set<SiteCode>> seenBy(Caller caller) {
        return caller.grants().mayEverywhere(Permission.SEE_RECORD)
                ? Optional.empty()
                : Optional.of(caller.grants().sites(Permission.SEE_RECORD));
    }

    /** Returns which lots stand under each of these inspections, what was split off among them. */
    public Map<EventId, List<Portion>> lotsUnder(Collection<EventId> ids) {
        Map<EventId, List<Portion>> under = new HashMap<>();
        for (InspectionTable.LotOf one : inspections.lotsOf(ids))
            under.computeIfAbsent(one.inspection(), _ -> new ArrayList<>()).add(one.lot());
        return under;
    }

    /** Returns what was measured by an instrument in a time, the latest first. */
    public List<Measurement> measuredBy(String instrument, Instant from, Instant until) {
        return results.by(instrument, from, until);
    }

    /** Returns a page of the results that were kept although something stood against them. */
    public List<Measurement> keptAgainst(int offset, int limit) {
        return results.against(offset, limit);
    }

    /** Says whether that person had a hand in the making of the lot. */
    public boolean made(Portion lot, ActorId person) {
        return Makers.of(Set.of(lot.first().birth()), history).made(lot, person);
    }

    /** Returns which lots stand under these inspections, what was split off among them. */
    List<InspectionTable.LotOf> lotsOf(List<InspectionCard> cards) {
        return inspections.lotsOf(
                cards.stream().map(card -> card.inspection().id()).toList());
    }

    InspectedBirths inspectedBirths(List<Event> born) {
        return InspectedBirths.of(born, specifications);
    }

    private List<InspectionCard> told(List<Inspection> found) {
        if (found.isEmpty()) return List.of();
        Set<ItemCode> items = new TreeSet<>();
        found.forEach(one -> items.add(one.item()));
        Map<String, Specification> revisions = new HashMap<>();
        for (Specification one : specifications.of(items))
            revisions.put(key(one.item(), one.revision()), one);
        List<EventId> ids = found.stream().map(Inspection::id).toList();
        Map<EventId, List<Result>> measured = new HashMap<>();
        for (Result result : results.of(ids))
            measured.computeIfAbsent(result.inspection(), _ -> new ArrayList<>())
                    .add(result);
        Map<EventId, Long> seqs = new HashMap<>();
        Map<EventId, List<EventId>> judged = new HashMap<>();
        for (InspectionTable.JudgementOf one : inspections.judgements(ids)) {
            judged.computeIfAbsent(one.inspection(), _ -> new ArrayList<>()).add(one.event());
            if (one.stands()) seqs.put(one.inspection(), one.seq());
        }
        Map<Long, Recorded> judgements = new HashMap<>();
        history.ofSeqs(seqs.values()).forEach(event -> judgements.put(event.seq(), event));
        List<InspectionCard> cards = new ArrayList<>();
        for (Inspection one : found) {
            Specification held = revisions.get(key(one.item(), one.revision()));
            if (held == null) throw new IllegalStateException("no revision of " + one.id());
            Long seq = seqs.get(one.id());
            cards.add(InspectionCard.of(
                    one,
                    held,
                    measured.getOrDefault(one.id(), List.of()),
                    seq == null ? null : judgements.get(seq),
                    judged.getOrDefault(one.id(), List.of())));
        }
        return cards;
    }

    private static String key(ItemCode item, int revision) {
        return LotNumber.normal(item.code()) + "/" + revision;
    }
}
