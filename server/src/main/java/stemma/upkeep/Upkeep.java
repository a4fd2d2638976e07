package stemma.upkeep;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.Resource;
import stemma.catalog.Site;
import stemma.certificates.Certificates;
import stemma.certificates.KeptCertificate;
import stemma.genealogy.Uses;
import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.journal.WorldClock;
import stemma.ledger.Guard;
import stemma.ledger.Projection;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.Quality;
import stemma.shell.Refused;
import stemma.upkeep.store.ConditionTable;
import stemma.upkeep.store.EntryTable;
import stemma.upkeep.store.LogTable;
import stemma.upkeep.store.RequirementTable;
import stemma.upkeep.store.TouchTable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entry to the room: how equipment stands and stood, its log, and what rests on it. */
public final class Upkeep {
    /** How many lines of a log one page shows. */
    public static final int LOG = 50;

    private final Rooms rooms;
    private final WorldClock clock;
    private final EntryTable entries;
    private final TouchTable touches;
    private final LogTable log;
    private final RequirementTable requirements;
    private final ConditionTable conditions;
    private final Uses uses;

    /** The rooms below in which upkeep finds what it speaks of. */
    public record Rooms(Catalog catalog, Lots lots, Quality quality, Certificates papers) {}

    public Upkeep(Rooms rooms, JdbcClient database, WorldClock clock) {
        this.rooms = rooms;
        this.clock = clock;
        this.entries = new EntryTable(database);
        this.touches = new TouchTable(database);
        this.log = new LogTable(database);
        this.requirements = new RequirementTable(database);
        this.conditions = new ConditionTable(database);
        this.uses = new Uses(database, rooms.lots());
    }

    /** Returns the rules about what is used, over the record as an append sees it. */
    public static Guard guard(JdbcClient database, Catalog catalog) {
        return new FitnessGuard(
                catalog, new RequirementTable(database), new ConditionTable(database));
    }

    /** Returns what keeps uses, cleanings and holds of resources. */
    public static Projection projection(JdbcClient database, Lots lots) {
        return new UpkeepProjection(new TouchTable(database), lots);
    }

    /** Returns what is required of resources, the oldest first. */
    public List<Requirement> requirements() {
        return requirements.standing();
    }

    /** Returns a resource; refused with {@code equipment_unknown}. */
    public Resource resource(ResourceCode code) {
        Resource found = rooms.catalog().resources(List.of(code)).get(code);
        if (found == null) throw unknown(code);
        return found;
    }

    public static Refused unknown(ResourceCode code) {
        return Refused.of("equipment_unknown", 404, "There is no resource " + code + ".");
    }

    /** Returns a page of the log of a resource, the latest first. */
    public List<LogLine> log(ResourceCode resource, int offset) {
        return log.of(resource, offset, LOG + 1);
    }

    /** Returns an entry; refused with {@code entry_unknown}. */
    public ToldEntry entry(EventId id) {
        return entries.find(id)
                .orElseThrow(() -> Refused.of(
                        "entry_unknown", 422, "There is no entry " + id + " of any resource."));
    }

    /** Returns the paper of an id. */
    public Optional<KeptCertificate> paper(EventId id) {
        return rooms.papers().find(id);
    }

    /** Returns the papers of a number, or of {@code NUMBER of ISSUER}. */
    public List<KeptCertificate> papers(String number) {
        return rooms.papers().numbered(number);
    }

    /** Returns the papers kept here on which these calibrations rest, by their ids. */
    public Map<EventId, KeptCertificate> papers(Collection<ToldEntry> told) {
        Map<EventId, KeptCertificate> papers = new HashMap<>();
        Set<EventId> named = told.stream()
                .map(one -> one.entry() instanceof UpkeepEntry.Calibrated c ? c.paper() : null)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        rooms.papers().kept(named).forEach(kept -> papers.put(kept.id(), kept));
        return papers;
    }

    /** Returns the cleaning that an event tells. */
    public Optional<ToldCleaning> cleaning(EventId event) {
        return touches.cleaning(event);
    }

    /** Returns the calibrations that found a resource bad and stand, the latest first. */
    public List<ToldEntry> failed(ResourceCode resource) {
        return entries.failed(resource);
    }

    /** Returns how one resource stands today. */
    public ResourceState state(Resource resource) {
        return states(List.of(resource)).getFirst();
    }

    /** Returns how the resources that are asked for stand today. */
    public List<ResourceState> list(UpkeepQuery query) {
        List<Resource> wanted =
                rooms.catalog().page(MasterKind.RESOURCE, MasterQuery.ALL).rows().stream()
                        .map(revised -> revised.master())
                        .filter(Resource.class::isInstance)
                        .map(Resource.class::cast)
                        .filter(one -> query.kind().isEmpty() || query.kind().get() == one.kind())
                        .filter(one ->
                                query.seen().isEmpty() || query.seen().get().contains(one.site()))
                        .filter(one -> says(one, query.words()))
                        .toList();
        return states(wanted).stream()
                .filter(one -> query.due().isEmpty() || query.due().get() == one.due())
                .filter(one -> query.asksFor(one.resource().kind()) || one.isKeptUp())
                .sorted(order(query.sort()))
                .toList();
    }

    private static boolean says(Resource one, String words) {
        String all = (one.code().code() + " " + one.name()).toLowerCase(Locale.ROOT);
        return all.contains(words.toLowerCase(Locale.ROOT));
    }

    private static Comparator<ResourceState> order(UpkeepQuery.Sort sort) {
        Comparator<ResourceState> byCode =
                Comparator.comparing(one -> one.resource().code().code());
        return switch (sort) {
            case CODE -> byCode;
            case KIND ->
                Comparator.comparing((ResourceState one) -> one.resource().kind())
                        .thenComparing(byCode);
            case DUE ->
                Comparator.comparing(ResourceState::due)
                        .thenComparing(
                                one -> Optional.ofNullable(one.nextDue()).orElse(LocalDate.MAX))
                        .thenComparing(byCode);
        };
    }

    private List<ResourceState> states(List<Resource> resources) {
        Map<String, Map<String, ToldEntry>> latest = new HashMap<>();
        for (EntryTable.Latest one : entries.latest())
            latest.computeIfAbsent(one.normal(), _ -> new HashMap<>()).put(one.kind(), one.told());
        Map<String, EntryTable.Cleanest> cleaned = new HashMap<>();
        entries.cleaned().forEach(one -> cleaned.put(one.normal(), one));
        Requirements asked = new Requirements(requirements.standing());
        List<ResourceState> states = new ArrayList<>();
        for (Resource one : resources) {
            String normal = LotNumber.normal(one.code().code());
            states.add(StateToday.of(
                    one,
                    latest.getOrDefault(normal, Map.of()),
                    cleaned.get(normal),
                    asked,
                    today(one)));
        }
        return states;
    }

    /** Returns the day it is at the site of a resource. */
    public LocalDate today(Resource resource) {
        return clock.now().atZone(zone(resource)).toLocalDate();
    }

    private ZoneId zone(Resource resource) {
        Site site = rooms.catalog().sites(List.of(resource.site())).get(resource.site());
        return site == null ? ZoneOffset.UTC : site.zone();
    }

    /** What a run used, and how that stood at the end of its use. */
    public record UsedThen(RunUse use, Condition condition) {}

    /** Returns with what these lots were made, and how it stood then. */
    public List<UsedThen> madeWith(Collection<Portion> lots) {
        Set<EventId> births = new java.util.TreeSet<>();
        lots.forEach(lot -> births.add(lot.first().birth()));
        Collection<Lot> known =
                rooms.lots().lots(lots.stream().map(Portion::first).toList()).values();
        UsedFor made = UsedFor.lots(known, lots);
        // What yielded them need not name what the run had used before.
        List<RunUse> found =
                touches.madeWith(births, uses.met(List.of(), made.born()).runs());
        List<ConditionTable.Read> read = conditions.of(found.stream()
                .map(use -> new ConditionTable.Question(
                        use.resource(),
                        use.from(),
                        null,
                        Set.of(),
                        ConditionTable.Before.EVER,
                        ConditionTable.Counting.ANY))
                .toList());
        List<UsedThen> told = new ArrayList<>();
        for (int i = 0; i < found.size(); i++)
            told.add(new UsedThen(found.get(i), read.get(i).condition()));
        return told;
    }

    /**
     * Returns what rests on a resource that this calibration found bad. Refused with
     * {@code entry_unknown}, and with {@code not_found_bad} where it found it good.
     */
    public Suspects suspects(EventId calibration) {
        ToldEntry found = entry(calibration);
        boolean bad = found.entry() instanceof UpkeepEntry.Calibrated c
                && c.asFound() == UpkeepEntry.Finding.FAILED;
        if (!bad) throw Refused.of("not_found_bad", 409, "This calibration did not find it bad.");
        @Nullable ToldEntry good = entries.goodBefore(found).orElse(null);
        Instant from = good == null ? Instant.EPOCH : good.at();
        List<Suspects.Touched> touched = new ArrayList<>();
        List<Portion> portions = uses.touched(found.resource(), from, found.at());
        Map<stemma.identifiers.LotId, Lot> known =
                rooms.lots().lots(portions.stream().map(Portion::first).toList());
        for (Portion portion : portions) {
            Lot lot = known.get(portion.first());
            if (lot != null) touched.add(new Suspects.Touched(lot, portion));
        }
        return new Suspects(
                found,
                good == null ? Suspects.Since.EVER : Suspects.Since.LAST_GOOD,
                from,
                touched,
                rooms.quality().measuredBy(found.resource().code(), from, found.at()));
    }
}
