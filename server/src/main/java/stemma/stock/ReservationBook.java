package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Rule;
import stemma.ledger.Touches;
import stemma.ledger.Undo;
import stemma.ledger.Violation;
import stemma.lots.Lot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What is reserved of the lots of an append, in memory: each event in its turn takes, takes along
 * or breaks reservations. The judge and the tables go by the same play (see
 * {@link ReservationPlay}).
 */
final class ReservationBook {
    private final Map<EventId, Map<Long, Reservation>> open = new HashMap<>();
    private final Function<LotId, @Nullable Lot> lots;
    private final Undo undo;
    private final LongSupplier keys;

    ReservationBook(
            List<Reservation> open,
            Function<LotId, @Nullable Lot> lots,
            Undo undo,
            LongSupplier keys) {
        open.forEach(r -> on(r).put(r.key(), r));
        this.lots = lots;
        this.undo = undo;
        this.keys = keys;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    private Map<Long, Reservation> on(Reservation reservation) {
        return open.computeIfAbsent(reservation.lot().first().birth(), _ -> new HashMap<>());
    }

    private List<Reservation> concerned(Candidate candidate) {
        List<Reservation> all = new ArrayList<>();
        boolean carries =
                candidate.effect() instanceof Event.Moved m && !m.containers().isEmpty();
        if (carries) {
            open.values().forEach(some -> all.addAll(some.values()));
            return all;
        }
        Set<EventId> births = new HashSet<>();
        if (candidate.effect() != null) births(candidate.effect(), births);
        if (candidate.undone() != null) births(candidate.undone().effect(), births);
        births.forEach(birth -> all.addAll(open.getOrDefault(birth, Map.of()).values()));
        return all;
    }

    private static void births(Event event, Set<EventId> births) {
        Touches.lots(event).forEach(lot -> births.add(lot.first().birth()));
    }

    /**
     * Returns what becomes of reservations when the event stands; the shelf already shows it
     * standing, the containers not yet.
     */
    ReservationPlay play(Candidate candidate, Shelf after, ContainerBook containers) {
        ReservationPlay play = new ReservationPlay(candidate, after, containers, lots, keys);
        concerned(candidate).forEach(play::load);
        play.run();
        return play;
    }

    /** Takes note of what becomes of them by an event that stands. */
    void stands(Candidate candidate, Shelf after, ContainerBook containers) {
        if (!open.isEmpty()) note(play(candidate, after, containers).changed());
    }

    /** Takes note of what became of them. */
    void note(List<Reservation> changed) {
        for (Reservation reservation : changed) {
            Map<Long, Reservation> there = on(reservation);
            if (reservation.isOpen()) {
                undo.put(there, reservation.key(), reservation);
                continue;
            }
            Reservation before = there.remove(reservation.key());
            if (before != null) undo.step(() -> there.put(before.key(), before));
        }
    }

    /** Returns what stands against an event that takes goods kept for somebody else. */
    static List<Violation> violations(Candidate candidate, ReservationPlay play) {
        Event effect = candidate.effect();
        if (effect == null || candidate.event() instanceof Event.Corrected) return List.of();
        if (!takesAway(effect)) return List.of();
        List<Violation> violations = new ArrayList<>();
        for (Reservation broken : play.broken()) {
            Lot lot = play.lot(broken);
            violations.add(Rule.LOT_IS_RESERVED.broken(
                    play.element(broken),
                    broken.lot(),
                    broken.quantity() + " of lot " + (lot == null ? broken.lot() : lot.number())
                            + " at " + Places.words(broken.place()) + " is reserved for "
                            + broken.order() + "."));
        }
        return violations;
    }

    /** What becomes of goods at our hands for other causes breaks a reservation and may. */
    private static boolean takesAway(Event event) {
        return switch (event) {
            case Event.Moved _,
                    Event.Consumed _,
                    Event.Filled _,
                    Event.Installed _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Shipped _,
                    Event.Split _,
                    Event.Merged _ -> true;
            case Event.Opened _,
                    Event.Received _,
                    Event.Adjusted _,
                    Event.Produced _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> false;
        };
    }
}
