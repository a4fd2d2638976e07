package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.AsOf;
import stemma.genealogy.Spreading;
import stemma.identifiers.ActorId;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.journal.Author;
import stemma.journal.Knowledge;
import stemma.ledger.Birth;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Everything that one scenario rests on: its world, clock, ids, masters, names. No state outside
 * it.
 */
final class Scene {
    private static final long SEED = 20260302;
    private final Plant plant;
    private final SceneClock clock;
    private final EventIds ids;
    private final Cast cast;
    private final Labels labels = new Labels();
    private final LotNames names;
    private final Set<ContainerCode> containers = new HashSet<>();
    private Pace pace = Pace.ASKED;
    private Spreading.Pace spreading = Spreading.Pace.AT_ONCE;

    Scene(Plant plant, SceneClock clock) {
        this.plant = plant;
        this.clock = clock;
        this.ids = new EventIds(clock, new Random(SEED));
        this.cast = new Cast(plant.catalog());
        this.names = new LotNames(plant.lots());
    }

    Plant plant() {
        return plant;
    }

    SceneClock clock() {
        return clock;
    }

    Cast cast() {
        return cast;
    }

    Labels labels() {
        return labels;
    }

    LotNames names() {
        return names;
    }

    EventId nextId() {
        return ids.next();
    }

    /** Remembers that time passes with the sentence being told. */
    void acted() {
        pace = Pace.ACTED;
    }

    /**
     * Seals what was told, ends what was kept too long, brings holds to all descendants unless that
     * is put off, lets time pass.
     */
    void settle() {
        plant.reservations().lapse();
        plant.sealer().seal();
        if (spreading == Spreading.Pace.AT_ONCE) plant.spreading().all();
        if (pace == Pace.ACTED) clock.tick();
        pace = Pace.ASKED;
    }

    void spread(Spreading.Pace when) {
        spreading = when;
        plant.spreading().pace(when);
    }

    private enum Pace {
        ASKED,
        ACTED
    }

    /** Returns what was known at the last seal before the moment. */
    AsOf knowledge(When when) {
        Knowledge known = plant.journal().knowledgeAt(clock.to(when, cast.zone(Cast.MAIN)));
        return new AsOf(known.lastSeq(), Arrays.stream(known.except()).boxed().toList());
    }

    /** Returns the person of that name as an author, or whoever works on the floor. */
    Author author(@Nullable String person) {
        return new Author(
                new ActorId(person == null ? "operator" : person), "scenario", "scenario");
    }

    /** Returns the containers that were spoken of. */
    Set<ContainerCode> containers() {
        return containers;
    }

    /** Returns the code of a document: the name the sentence gives it, or the next of its kind. */
    String document(Manner manner, String prefix) {
        return manner.label() == null ? labels.next(prefix) : manner.label();
    }

    /** Returns where a lot or its units are, and how much. */
    List<Balance> balances(Portion portion) {
        return plant
                .lots()
                .lot(portion.first())
                .map(lot -> plant.stock().of(lot, portion))
                .orElse(List.of())
                .stream()
                .map(balance -> within(portion, balance))
                .toList();
    }

    /** Of a range of units at one place, only those that are asked about. */
    private static Balance within(Portion asked, Balance balance) {
        Portion there = balance.lot();
        if (there.count() == 1) return balance;
        int first = Math.max(asked.first().ordinal(), there.first().ordinal());
        int last = Math.min(asked.last(), there.last());
        Portion common = new Portion(new LotId(there.first().birth(), first), last - first + 1);
        return new Balance(common, balance.place(), Quantity.each(common.count()), null);
    }

    /**
     * Returns the place from which a line is taken that names none: the only one where the lot is.
     */
    @Nullable
    Place standing(Portion lot) {
        Birth born = names.birth(lot);
        if (born != null) return born.to();
        List<Place> places = new ArrayList<>();
        for (Balance balance : balances(lot)) {
            boolean there = balance.quantity().isPositive() && isOurs(balance.place());
            if (there && !places.contains(balance.place())) places.add(balance.place());
        }
        if (places.size() < 2) return places.isEmpty() ? null : places.getFirst();
        List<Place> ours = places.stream().filter(p -> p instanceof Place.At).toList();
        if (ours.size() == 1) return ours.getFirst();
        throw new Unclear(names.words(lot) + " stands at " + places + "; say from which");
    }

    /**
     * Goods are taken from where they are ours; what is built in or on the way is named on purpose.
     */
    private static boolean isOurs(Place place) {
        return switch (place) {
            case Place.At _, Place.InCustody _, Place.InContainer _ -> true;
            case Place.OfSupplier _,
                    Place.OfCustomer _,
                    Place.InRun _,
                    Place.InVessel _,
                    Place.InUnit _,
                    Place.InTransit _,
                    Place.InTransfer _,
                    Place.Beyond _ -> false;
        };
    }
}
