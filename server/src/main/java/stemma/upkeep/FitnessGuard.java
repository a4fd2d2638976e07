package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Resource;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.lots.Lot;
import stemma.lots.LotBook;
import stemma.upkeep.store.ConditionTable;
import stemma.upkeep.store.RequirementTable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Opens the book of fitness for an append: which of the equipment that it uses must be in which
 * state, and how each stands at its moment. Where nothing is required nothing more is read.
 */
final class FitnessGuard implements Guard {
    private final Catalog catalog;
    private final RequirementTable requirements;
    private final ConditionTable conditions;

    FitnessGuard(Catalog catalog, RequirementTable requirements, ConditionTable conditions) {
        this.catalog = catalog;
        this.requirements = requirements;
        this.conditions = conditions;
    }

    @Override
    public Set<String> locksFound(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        Requirements asked = new Requirements(standing(events));
        for (Resource resource : required(known(events, asked), asked).values())
            keys.add(lock(resource.code()));
        return keys;
    }

    /** The key under which those who use or clean a resource take turns. */
    static String lock(ResourceCode resource) {
        return "upkeep:" + LotNumber.normal(resource.code());
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        LotBook lots = before.judge(LotBook.class);
        Requirements asked = new Requirements(standing(events));
        Map<String, Resource> known = known(events, asked);
        if (asked.standing().isEmpty()) return FitnessBook.open();
        Map<String, Resource> required = required(known, asked);
        Map<OrderCode, ItemCode> orders = orders(events);
        Map<RunId, Set<String>> made = made(events);
        Map<FitnessBook.Key, FitnessBook.Question> questions = new HashMap<>();
        for (Candidate candidate : events) {
            Event effect = candidate.effect();
            if (effect == null) continue;
            Instant at = at(candidate, now);
            Set<String> products =
                    EquipmentUse.products(effect, lot -> item(lots.find(lot)), orders::get);
            RunId run = EquipmentUse.run(effect);
            if (products.isEmpty() && run != null) products = made.getOrDefault(run, Set.of());
            for (ResourceCode code : EquipmentUse.of(effect)) {
                Resource resource = required.get(LotNumber.normal(code.code()));
                if (resource == null) continue;
                Usage usage = new Usage(
                        resource.code(),
                        at,
                        run,
                        EquipmentUse.order(effect),
                        products,
                        effect instanceof Event.OfVessel ? Usage.Way.FILL : Usage.Way.WORK);
                questions.put(
                        FitnessBook.Key.of(effect, code),
                        new FitnessBook.Question(
                                resource, usage, asked.of(resource, products, usage.order())));
            }
        }
        return new FitnessBook(
                asked, known.keySet(), questions, conditions(questions), zones(required.values()));
    }

    private Map<FitnessBook.Key, ConditionTable.Read> conditions(
            Map<FitnessBook.Key, FitnessBook.Question> questions) {
        List<FitnessBook.Key> keys = new ArrayList<>(questions.keySet());
        List<ConditionTable.Question> all = new ArrayList<>();
        for (FitnessBook.Key key : keys) {
            FitnessBook.Question question = java.util.Objects.requireNonNull(questions.get(key));
            Usage usage = question.usage();
            all.add(new ConditionTable.Question(
                    usage.resource(),
                    usage.at(),
                    usage.run(),
                    usage.products(),
                    usage.way() == Usage.Way.FILL
                            ? ConditionTable.Before.EPOCH
                            : ConditionTable.Before.EVER,
                    question.asked().asks(Demand.VERIFIED)
                            ? ConditionTable.Counting.VERIFIED
                            : ConditionTable.Counting.ANY));
        }
        Map<FitnessBook.Key, ConditionTable.Read> read = new HashMap<>();
        List<ConditionTable.Read> answers = conditions.of(all);
        for (int i = 0; i < keys.size(); i++) read.put(keys.get(i), answers.get(i));
        return read;
    }

    /**
     * Who asks, asks about now, whatever time he says; of what has happened its own time counts.
     */
    private static Instant at(Candidate candidate, Instant now) {
        Event effect = java.util.Objects.requireNonNull(candidate.effect());
        Instant said = effect.circumstances().occurredAt().to();
        boolean asks = !effect.circumstances().isReport() && candidate.undone() == null;
        return asks && now.isAfter(said) ? now : said;
    }

    private List<Requirement> standing(Collection<Candidate> events) {
        boolean any = events.stream().anyMatch(candidate -> !touched(candidate).isEmpty());
        return any ? requirements.standing() : List.of();
    }

    private static Set<ResourceCode> touched(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect == null) return Set.of();
        if (effect instanceof Event.Cleaned e) return Set.of(e.resource());
        return EquipmentUse.of(effect);
    }

    /** Returns the resources that the events touch and the catalog knows, by normal code. */
    private Map<String, Resource> known(Collection<Candidate> events, Requirements asked) {
        if (asked.standing().isEmpty()) return Map.of();
        Set<ResourceCode> codes = new TreeSet<>();
        for (Candidate candidate : events) codes.addAll(touched(candidate));
        Map<String, Resource> known = new TreeMap<>();
        for (Resource resource : catalog.resources(codes).values())
            known.put(LotNumber.normal(resource.code().code()), resource);
        return known;
    }

    private static Map<String, Resource> required(Map<String, Resource> known, Requirements asked) {
        Map<String, Resource> required = new TreeMap<>(known);
        required.values().removeIf(resource -> !asked.concern(resource));
        return required;
    }

    private Map<OrderCode, ItemCode> orders(Collection<Candidate> events) {
        Set<OrderCode> codes = new TreeSet<>();
        for (Candidate candidate : events) {
            Event effect = candidate.effect();
            OrderCode order = effect == null ? null : EquipmentUse.order(effect);
            if (order != null) codes.add(order);
        }
        Map<OrderCode, ItemCode> items = new HashMap<>();
        if (codes.isEmpty()) return items;
        catalog.workOrders(codes).forEach((code, order) -> items.put(code, order.item()));
        return items;
    }

    /** What goes into a run is used for what the same request says came out of it. */
    private static Map<RunId, Set<String>> made(Collection<Candidate> events) {
        Map<RunId, Set<String>> made = new HashMap<>();
        for (Candidate candidate : events) {
            if (!(candidate.effect() instanceof Event.Produced produced)) continue;
            Set<String> products = made.computeIfAbsent(produced.run().id(), _ -> new TreeSet<>());
            products.addAll(EquipmentUse.products(produced, _ -> null, _ -> null));
        }
        return made;
    }

    private Map<String, ZoneId> zones(Collection<Resource> resources) {
        Map<String, ZoneId> zones = new HashMap<>();
        var sites =
                catalog.sites(resources.stream().map(Resource::site).distinct().toList());
        sites.forEach((code, site) -> zones.put(code.code(), site.zone()));
        return zones;
    }

    private static @Nullable ItemCode item(@Nullable Lot lot) {
        return lot == null ? null : lot.item();
    }
}
