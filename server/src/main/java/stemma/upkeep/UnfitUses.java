package stemma.upkeep;

import static java.util.Comparator.naturalOrder;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.Resource;
import stemma.catalog.Site;
import stemma.certificates.Certificates;
import stemma.certificates.KeptCertificate;
import stemma.genealogy.Uses;
import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;
import stemma.ledger.Rule;
import stemma.lots.Lots;
import stemma.production.EquipmentAtUse;
import stemma.production.UnfitUse;
import stemma.shell.Address;
import stemma.upkeep.store.ConditionTable;
import stemma.upkeep.store.FindingTable;
import stemma.upkeep.store.RequirementTable;
import stemma.upkeep.store.UsedTable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells which equipment was not fit when it was used, by what is known today: against what was
 * required then, by what a later calibration found, and by the readings of its environment. However
 * much is asked about, each table is read once.
 */
public final class UnfitUses implements EquipmentAtUse {
    private final Catalog catalog;
    private final Certificates papers;
    private final UsedTable used;
    private final ConditionTable conditions;
    private final FindingTable findings;
    private final RequirementTable requirements;
    private final Uses uses;

    public UnfitUses(Catalog catalog, Lots lots, Certificates papers, JdbcClient database) {
        this.papers = papers;
        this.catalog = catalog;
        this.used = new UsedTable(database);
        this.conditions = new ConditionTable(database);
        this.findings = new FindingTable(database);
        this.requirements = new RequirementTable(database);
        this.uses = new Uses(database, lots);
    }

    @Override
    public List<UnfitUse> unfit(Collection<RunId> runs) {
        return of(UsedFor.runs(runs));
    }

    /** One use of a resource, and what was required of it when it began and when it ended. */
    private record Use(
            Used used,
            Resource resource,
            Usage usage,
            Requirements.Asked began,
            Requirements.Asked ended) {}

    /** All uses of a resource by one run or entry, and what was wrong with any, each told once. */
    private record Whole(List<Use> uses, TreeMap<String, UnfitUse.Wrong> wrong) {
        Used first() {
            return uses.getFirst().used();
        }

        Instant from() {
            return uses.stream()
                    .map(use -> use.used().from())
                    .min(naturalOrder())
                    .orElseThrow();
        }

        Instant to() {
            return uses.stream().map(use -> use.used().to()).max(naturalOrder()).orElseThrow();
        }
    }

    /** Returns every use for these that was not fit, by resource and time. */
    public List<UnfitUse> of(UsedFor asked) {
        if (!findings.mayBeAny()) return List.of();
        List<Requirement.Dated> required = requirements.ever();
        List<Whole> all = wholes(uses(asked, required));
        if (all.isEmpty()) return List.of();
        stood(all);
        foundLater(all);
        environment(all);
        return all.stream()
                .filter(one -> !one.wrong().isEmpty())
                .map(UnfitUses::told)
                .toList();
    }

    private static List<Whole> wholes(List<Use> all) {
        record Key(
                String resource,
                @Nullable RunId run,
                @Nullable EventId entry) {}
        Map<Key, Whole> wholes = new LinkedHashMap<>();
        for (Use use : all) {
            Used used = use.used();
            wholes.computeIfAbsent(
                            new Key(
                                    LotNumber.normal(used.resource().code()),
                                    used.run(),
                                    used.entry()),
                            _ -> new Whole(new ArrayList<>(), new TreeMap<>()))
                    .uses()
                    .add(use);
        }
        return List.copyOf(wholes.values());
    }

    private static UnfitUse told(Whole whole) {
        Used used = whole.first();
        return new UnfitUse(
                used.resource(),
                UpkeepAddress.of(used.resource()),
                used.site(),
                used.run(),
                used.entry(),
                whole.from(),
                whole.to(),
                List.copyOf(whole.wrong().values()));
    }

    private List<Use> uses(UsedFor asked, List<Requirement.Dated> required) {
        Uses.Met met = uses.met(asked.lots(), asked.born());
        Map<ResourceCode, Resource> known = catalog.resources(used.resources(asked, met));
        Set<String> kept = findings.kept(known.keySet());
        Requirements ever =
                new Requirements(required.stream().map(Requirement.Dated::what).toList());
        Set<ResourceCode> concerned = known.keySet().stream()
                .filter(code -> kept.contains(LotNumber.normal(code.code()))
                        || ever.concern(Objects.requireNonNull(known.get(code))))
                .collect(Collectors.toSet());
        List<Used> wanted = used.of(asked, met, concerned).stream()
                .filter(one -> known.containsKey(one.resource()))
                .toList();
        Map<RunId, Uses.Purpose> purposes = required.isEmpty()
                ? Map.of()
                : uses.purposes(wanted.stream()
                        .map(Used::run)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        List<Use> all = new ArrayList<>();
        for (Used one : wanted) {
            Resource resource = Objects.requireNonNull(known.get(one.resource()));
            Usage usage = usage(one, one.run() == null ? null : purposes.get(one.run()));
            all.add(new Use(
                    one,
                    resource,
                    usage,
                    then(required, resource, usage, one, one.from()),
                    then(required, resource, usage, one, one.to()).onlyCalibrated()));
        }
        return all;
    }

    private static Usage usage(Used used, Uses.@Nullable Purpose purpose) {
        Set<String> products = new TreeSet<>(used.products());
        if (purpose != null)
            purpose.items().forEach(item -> products.add(LotNumber.normal(item.code())));
        return new Usage(
                used.resource(),
                used.from(),
                used.run(),
                purpose == null ? null : purpose.order(),
                products,
                used.way());
    }

    /** What nobody had required yet, or no longer, was not wrong. */
    private static Requirements.Asked then(
            List<Requirement.Dated> required,
            Resource resource,
            Usage usage,
            Used used,
            Instant moment) {
        if (used.deed() == Used.Deed.DRAWN) return Requirements.Asked.NOTHING;
        Requirements.Asked asked = new Requirements(required.stream()
                        .filter(one -> one.stoodAt(moment))
                        .map(Requirement.Dated::what)
                        .toList())
                .of(resource, usage.products(), usage.order());
        // Whether it was used for another product nobody can tell without one.
        boolean isOfNothing = used.run() == null && usage.products().isEmpty();
        return isOfNothing ? asked.onlyCalibrated() : asked;
    }

    /** As it stood when each use began, and whether a calibration ended before the use did. */
    private void stood(List<Whole> wholes) {
        List<Use> all = wholes.stream().flatMap(one -> one.uses().stream()).toList();
        List<ConditionTable.Question> questions = new ArrayList<>();
        for (Use use : all) questions.add(question(use, false));
        for (Use use : all) questions.add(question(use, true));
        List<ConditionTable.Read> read = conditions.of(questions);
        Map<EventId, KeptCertificate> kept = papers(read);
        Map<SiteCode, ZoneId> zones = zones(all);
        int i = 0;
        for (Whole whole : wholes)
            for (Use use : whole.uses()) {
                ZoneId zone = zones.getOrDefault(use.resource().site(), ZoneOffset.UTC);
                Condition began = read.get(i).condition().before(use.used().from());
                Condition ended = read.get(all.size() + i++).condition();
                doubtful(whole.wrong(), began, kept);
                doubtful(whole.wrong(), ended, kept);
                if (use.used().deed() == Used.Deed.DRAWN) continue;
                add(whole.wrong(), use, began, use.used().from(), zone, use.began());
                add(whole.wrong(), use, ended, use.used().to(), zone, use.ended());
            }
    }

    private Map<EventId, KeptCertificate> papers(List<ConditionTable.Read> read) {
        Set<EventId> named = read.stream()
                .map(one -> one.condition().calibrated())
                .map(one -> one == null ? null : one.paper())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<EventId, KeptCertificate> kept = new HashMap<>();
        papers.kept(named).forEach(one -> kept.put(one.id(), one));
        return kept;
    }

    /**
     * A calibration counts whatever became of its paper; whoever reads decides what it is worth.
     */
    private static void doubtful(
            Map<String, UnfitUse.Wrong> wrong,
            Condition condition,
            Map<EventId, KeptCertificate> kept) {
        UpkeepEntry.Calibrated calibrated = condition.calibrated();
        EventId paper = calibrated == null ? null : calibrated.paper();
        KeptCertificate found = paper == null ? null : kept.get(paper);
        if (found == null || found.isGood()) return;
        String fact = "Its calibration rests on " + found.paper().number() + " of "
                + found.paper().issuer() + ", which is " + found.standing();
        wrong.put(
                fact,
                new UnfitUse.Wrong(
                        UnfitUse.Kind.CALIBRATION_DOUBTFUL,
                        fact + ".",
                        "/certificates/" + found.id(),
                        found.paper().site()));
    }

    private static ConditionTable.Question question(Use use, boolean atEnd) {
        return new ConditionTable.Question(
                use.used().resource(),
                atEnd ? use.used().to() : use.used().from(),
                use.used().run(),
                use.usage().products(),
                use.usage().way() == Usage.Way.FILL
                        ? ConditionTable.Before.EPOCH
                        : ConditionTable.Before.EVER,
                use.began().asks(Demand.VERIFIED)
                        ? ConditionTable.Counting.VERIFIED
                        : ConditionTable.Counting.ANY);
    }

    private static void add(
            Map<String, UnfitUse.Wrong> wrong,
            Use use,
            Condition condition,
            Instant at,
            ZoneId zone,
            Requirements.Asked asked) {
        // What is calibrated at all is to be in date, whether or not anybody required it.
        Requirements.Asked more =
                condition.calibrated() == null ? asked : asked.with(Demand.CALIBRATED);
        for (Fitness.Lack lack : Fitness.lacks(use.resource(), more, condition, at, zone))
            wrong.put(
                    lack.fact(),
                    new UnfitUse.Wrong(
                            kind(lack),
                            lack.fact() + ".",
                            UpkeepAddress.of(use.used().resource())));
    }

    private static UnfitUse.Kind kind(Fitness.Lack lack) {
        if (lack.rule() == Rule.RESOURCE_OUT_OF_CALIBRATION)
            return UnfitUse.Kind.OUT_OF_CALIBRATION;
        return lack.rule() == Rule.RESOURCE_NOT_CLEAN
                ? UnfitUse.Kind.NOT_CLEAN
                : UnfitUse.Kind.CLEAN_HOLD_EXCEEDED;
    }

    private void foundLater(List<Whole> all) {
        for (FindingTable.Found found : findings.foundBad(times(all))) {
            var told = found.told();
            String certificate =
                    told.entry() instanceof UpkeepEntry.Calibrated c ? c.certificate() : "";
            String fact = told.resource() + " was found bad by its calibration " + certificate
                    + " after it";
            all.get(found.place())
                    .wrong()
                    .put(
                            fact,
                            new UnfitUse.Wrong(
                                    UnfitUse.Kind.FOUND_BAD_LATER,
                                    fact + ".",
                                    "/upkeep/suspects?id="
                                            + Address.encoded(told.id().toString())));
        }
    }

    private void environment(List<Whole> all) {
        for (FindingTable.Out out : findings.outOfLimits(times(all))) {
            if (!(out.first().entry() instanceof UpkeepEntry.Monitored m)) continue;
            String fact = "The " + m.of().word() + " of " + out.first().resource() + " was "
                    + m.value() + " " + m.unit() + ", " + limits(m)
                    + (out.count() == 1 ? "" : ", and " + (out.count() - 1) + " more readings");
            all.get(out.place())
                    .wrong()
                    .put(
                            fact,
                            new UnfitUse.Wrong(
                                    UnfitUse.Kind.ENVIRONMENT_OUT_OF_LIMITS,
                                    fact + ".",
                                    UpkeepAddress.of(out.first().resource())));
        }
    }

    private static String limits(UpkeepEntry.Monitored read) {
        if (read.lower() == null) return "at most " + read.upper();
        return read.upper() == null
                ? "at least " + read.lower()
                : "limits " + read.lower() + " to " + read.upper();
    }

    /** A reading between two uses of a run is one during it; a calibration concerns all of it. */
    private static List<FindingTable.Time> times(List<Whole> all) {
        return all.stream()
                .map(one -> new FindingTable.Time(one.first().resource(), one.from(), one.to()))
                .toList();
    }

    private Map<SiteCode, ZoneId> zones(List<Use> all) {
        Map<SiteCode, ZoneId> zones = new HashMap<>();
        Map<SiteCode, Site> sites = catalog.sites(
                all.stream().map(use -> use.resource().site()).collect(Collectors.toSet()));
        sites.forEach((code, site) -> zones.put(code, site.zone()));
        return zones;
    }
}
