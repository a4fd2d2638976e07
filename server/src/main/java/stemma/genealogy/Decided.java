package stemma.genealogy;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Passport;
import stemma.ledger.Status;
import stemma.ledger.Stood;
import stemma.lots.Judgement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What had been said and judged of lots when an entry was recorded, by the entries alone. */
final class Decided {
    private final Map<EventId, List<Stood>> births = new HashMap<>();
    private final Map<EventId, List<Stood>> passports = new HashMap<>();
    private final Map<EventId, List<Stood>> judged = new HashMap<>();

    Decided(Collection<Stood> told) {
        for (Stood one : told) {
            Event effect = one.effect();
            if (effect == null) continue;
            if (!Facts.births(effect).isEmpty()) add(births, effect.id(), one);
            if (effect instanceof Event.PassportChanged changed)
                add(passports, changed.lot().first().birth(), one);
            if (effect instanceof Event.Judged judgement)
                judgement.lots().forEach(lot -> add(judged, lot.first().birth(), one));
        }
    }

    private static void add(Map<EventId, List<Stood>> all, EventId birth, Stood one) {
        List<Stood> those = all.computeIfAbsent(birth, _ -> new ArrayList<>());
        if (!those.contains(one)) those.add(one);
    }

    /** Returns each passport that the lot had been given before, corrected or not. */
    List<Passport> passports(Portion lot, long seq) {
        List<Passport> all = new ArrayList<>();
        for (Stood one : births.getOrDefault(lot.first().birth(), List.of()))
            if (one.seq() < seq) birth(one, lot).map(Birth::passport).ifPresent(all::add);
        for (Stood one : passports.getOrDefault(lot.first().birth(), List.of()))
            if (one.seq() < seq && one.effect() instanceof Event.PassportChanged changed)
                all.add(changed.passport());
        return all;
    }

    /** Returns the status the lot had; none where its birth was void then. */
    Optional<Status> status(Portion lot, long seq) {
        List<Judgement> judgements = new ArrayList<>();
        for (Stood one : judged.getOrDefault(lot.first().birth(), List.of()))
            if (one.at(seq) && one.effect() instanceof Event.Judged judgement)
                judgement.lots().forEach(of -> judgements.add(judgement(one, judgement, of)));
        return births.getOrDefault(lot.first().birth(), List.of()).stream()
                .filter(one -> one.at(seq))
                .flatMap(one -> birth(one, lot).stream())
                .map(birth -> birth.status() == null ? Status.QUARANTINED : birth.status())
                .findFirst()
                .map(atBirth -> Judgement.last(atBirth, lot, judgements));
    }

    private static Judgement judgement(Stood one, Event.Judged judged, Portion lot) {
        return new Judgement(
                lot,
                judged.status(),
                one.seq(),
                judged.circumstances().occurredAt().from(),
                one.entry().author().actor());
    }

    private static Optional<Birth> birth(Stood one, Portion lot) {
        Event effect = one.effect();
        if (effect == null) return Optional.empty();
        return Facts.births(effect).stream()
                .filter(birth -> birth.of(effect.id()).contains(lot.first()))
                .findFirst();
    }
}
