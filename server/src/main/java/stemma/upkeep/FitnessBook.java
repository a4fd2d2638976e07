package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Resource;
import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.Undo;
import stemma.ledger.Violation;
import stemma.upkeep.store.ConditionTable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges whether what an event uses is fit, with the cleanings and uses of the same append. */
final class FitnessBook implements Guard.Judge {
    private final Requirements asked;
    private final Set<String> known;
    private final Map<Key, Question> questions;
    private final Map<Key, ConditionTable.Read> conditions;
    private final Map<String, ZoneId> zones;
    private final List<Fresh> fresh = new ArrayList<>();
    private final Undo undo = new Undo();

    /** One resource that one event uses. */
    record Key(EventId event, String resource) {
        static Key of(Event event, ResourceCode resource) {
            return new Key(event.id(), LotNumber.normal(resource.code()));
        }
    }

    /** What is asked about one use. */
    record Question(Resource resource, Usage usage, Requirements.Asked asked) {}

    /** What stands already of the same append: a cleaning, or a use. */
    private record Fresh(
            String resource,
            EventId event,
            Instant at,
            String run,
            @Nullable Set<String> products) {
        boolean isCleaning() {
            return products == null;
        }
    }

    FitnessBook(
            Requirements asked,
            Set<String> known,
            Map<Key, Question> questions,
            Map<Key, ConditionTable.Read> conditions,
            Map<String, ZoneId> zones) {
        this.asked = asked;
        this.known = Set.copyOf(known);
        this.questions = questions;
        this.conditions = conditions;
        this.zones = zones;
    }

    /** Returns a book in which nothing is required. */
    static FitnessBook open() {
        return new FitnessBook(new Requirements(List.of()), Set.of(), Map.of(), Map.of(), Map.of());
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect == null || effect instanceof Event.Drawn) return List.of();
        // A correction tells better what has happened, and is not refused for it.
        if (candidate.undone() != null && !candidate.event().circumstances().isReport())
            return List.of();
        List<Violation> broken = new ArrayList<>();
        for (ResourceCode code : EquipmentUse.equipment(effect)) {
            if (known.contains(LotNumber.normal(code.code()))) continue;
            broken.addAll(asked.againstUnknown(element(effect, code), code));
        }
        for (ResourceCode code : EquipmentUse.of(effect)) {
            Question question = questions.get(Key.of(effect, code));
            ConditionTable.Read read = conditions.get(Key.of(effect, code));
            if (question == null || read == null || question.asked().isNothing()) continue;
            Condition condition = now(question, read);
            ZoneId zone = zones.getOrDefault(question.resource().site().code(), ZoneOffset.UTC);
            for (Fitness.Lack lack : Fitness.lacks(
                    question.resource(),
                    question.asked(),
                    condition,
                    question.usage().at(),
                    zone)) {
                String element = element(effect, code);
                // What went into a vessel is named, so that it can be held; of all else the run is.
                if (effect instanceof Event.Filled filled)
                    filled.lines()
                            .forEach(line -> broken.add(
                                    lack.rule().broken(element, line.lot(), lack.sentence())));
                else broken.add(lack.rule().broken(element, null, lack.sentence()));
            }
        }
        return broken;
    }

    private static String element(Event effect, ResourceCode code) {
        if (effect instanceof Event.OfVessel e && e.vessel().equals(code)) return "vessel";
        boolean isLine = effect instanceof Event.OfRun e && code.equals(e.run().line());
        return isLine ? "run.line" : "resources";
    }

    /** Returns how the resource stands, with what stands of the same append. */
    private Condition now(Question question, ConditionTable.Read read) {
        Condition then = read.condition();
        Usage usage = question.usage();
        Condition.Cleaning cleaned = then.cleaned();
        Condition.Foreign foreign = then.foreign();
        Instant used = then.usedSince();
        String normal = LotNumber.normal(usage.resource().code());
        boolean verifies = question.asked().asks(Demand.VERIFIED);
        for (Fresh one : fresh) {
            if (!one.resource().equals(normal) || one.at().isAfter(usage.at())) continue;
            if (one.isCleaning()) {
                if (verifies || cleaned != null && cleaned.at().isAfter(one.at())) continue;
                cleaned = new Condition.Cleaning(
                        one.event(), one.at(), "", Condition.Check.UNVERIFIED);
                if (foreign != null && !foreign.at().isAfter(one.at())) foreign = null;
                if (used != null && !used.isAfter(one.at())) used = null;
                continue;
            }
            if (cleaned != null && !one.at().isAfter(cleaned.at())) continue;
            used = one.at();
            Set<String> products = java.util.Objects.requireNonNull(one.products());
            if (usage.way() == Usage.Way.FILL) continue;
            boolean isOwnRun =
                    usage.run() != null && one.run().equals(usage.run().code());
            if (!isOwnRun && products.stream().noneMatch(read.own()::contains))
                foreign = new Condition.Foreign(one.at(), String.join(", ", products), one.run());
        }
        return new Condition(then.calibration(), cleaned, foreign, used);
    }

    @Override
    public void stands(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect == null || questions.isEmpty()) return;
        int before = fresh.size();
        if (effect instanceof Event.Cleaned e)
            fresh.add(new Fresh(
                    LotNumber.normal(e.resource().code()),
                    e.id(),
                    e.circumstances().occurredAt().to(),
                    "",
                    null));
        for (ResourceCode code : EquipmentUse.of(effect)) {
            Question question = questions.get(Key.of(effect, code));
            if (question == null) continue;
            Usage usage = question.usage();
            fresh.add(new Fresh(
                    LotNumber.normal(code.code()),
                    effect.id(),
                    usage.at(),
                    usage.run() == null ? "" : usage.run().code(),
                    usage.products()));
        }
        undo.step(() -> fresh.subList(before, fresh.size()).clear());
    }

    @Override
    public void mark() {
        undo.mark();
    }

    @Override
    public void forget() {
        undo.forget();
    }
}
