package stemma.stock;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Ledger;
import stemma.ledger.Occurrence;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.store.PresenceTable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what may have stood at a place in a time, by itself or in a container that stood there. A
 * time that is told as an interval counts wherever it overlaps, so that doubt leaves nothing out.
 */
public final class Presence {
    private static final int AT_ONCE = 1_000;
    private final PresenceTable table;
    private final Lots lots;
    private final Ledger ledger;

    public Presence(JdbcClient database, Lots lots, Ledger ledger) {
        this.table = new PresenceTable(database);
        this.lots = lots;
        this.ledger = ledger;
    }

    /** Returns the lots and units that may have stood there, as the record stands now. */
    public List<Portion> at(Place place, Instant from, Instant until) {
        Set<String> places = new LinkedHashSet<>(List.of(place.text()));
        Set<String> reached = Set.of(place.text());
        Set<String> containers = Set.of();
        while (!reached.isEmpty() || !containers.isEmpty()) {
            Set<String> next = stoodThere(table.puts(reached, containers), places, from, until);
            containers = next;
            reached = Set.of();
            next.forEach(code -> places.add(new Place.InContainer(new ContainerCode(code)).text()));
        }
        List<PresenceTable.Passed> passed = table.passed(places);
        Map<Long, Occurrence> when =
                when(passed.stream().map(PresenceTable.Passed::seq).toList());
        Map<String, List<PresenceTable.Passed>> byLot = new LinkedHashMap<>();
        for (PresenceTable.Passed one : passed)
            byLot.computeIfAbsent(one.lot() + " " + one.place(), _ -> new ArrayList<>())
                    .add(one);
        Map<Long, Lot> known =
                lots.byKey(passed.stream().map(PresenceTable.Passed::lot).toList());
        TreeSet<Portion> present = new TreeSet<>();
        for (List<PresenceTable.Passed> some : byLot.values()) {
            Lot lot = known.get(some.getFirst().lot());
            if (lot != null) present.addAll(present(lot, some, when, from, until));
        }
        return List.copyOf(present);
    }

    /** Returns the containers, not known yet, that may have stood in one of the places then. */
    private Set<String> stoodThere(
            List<PresenceTable.Put> puts, Set<String> places, Instant from, Instant until) {
        Map<Long, Occurrence> when =
                when(puts.stream().map(PresenceTable.Put::seq).toList());
        Set<String> stood = new LinkedHashSet<>();
        for (int i = 0; i < puts.size(); i++) {
            PresenceTable.Put put = puts.get(i);
            String in = put.parent().isEmpty() ? put.place() : container(put.parent());
            boolean goesOn = i + 1 < puts.size() && puts.get(i + 1).code().equals(put.code());
            boolean over = goesOn && at(when, puts.get(i + 1).seq()).to().isBefore(from);
            boolean later = at(when, put.seq()).from().isAfter(until);
            if (places.contains(in) && !over && !later && !places.contains(container(put.code())))
                stood.add(put.code());
        }
        return stood;
    }

    private static String container(String code) {
        return new Place.InContainer(new ContainerCode(code)).text();
    }

    /** A block is cut where any movement of it begins or ends; each cut was there or was not. */
    private static List<Portion> present(
            Lot lot,
            List<PresenceTable.Passed> passed,
            Map<Long, Occurrence> when,
            Instant from,
            Instant until) {
        TreeSet<Integer> starts = new TreeSet<>();
        passed.forEach(one -> starts.addAll(List.of(one.first(), one.last() + 1)));
        List<Portion> present = new ArrayList<>();
        for (int first : starts) {
            Integer next = starts.higher(first);
            if (next == null) break;
            BigDecimal before = BigDecimal.ZERO;
            boolean then = false;
            for (PresenceTable.Passed one : passed) {
                if (one.first() > first || one.last() < first) continue;
                Occurrence at = at(when, one.seq());
                BigDecimal amount = lot.isSerial() ? BigDecimal.ONE : one.amount();
                if (at.to().isBefore(from))
                    before = one.came() ? before.add(amount) : before.subtract(amount);
                else if (!at.from().isAfter(until)) then = true;
            }
            if (then || before.signum() > 0)
                present.add(new Portion(new LotId(lot.id().birth(), first), next - first));
        }
        return present;
    }

    private static Occurrence at(Map<Long, Occurrence> when, long seq) {
        return Objects.requireNonNull(when.get(seq), "an entry without its event");
    }

    private Map<Long, Occurrence> when(Collection<Long> seqs) {
        List<Long> asked = seqs.stream().distinct().sorted().toList();
        Map<Long, Occurrence> when = new HashMap<>();
        for (int i = 0; i < asked.size(); i += AT_ONCE) {
            for (Recorded one :
                    ledger.events(asked.subList(i, Math.min(i + AT_ONCE, asked.size())))) {
                Event effect = one.effect() == null ? one.event() : one.effect();
                when.put(one.seq(), effect.circumstances().occurredAt());
            }
        }
        return when;
    }
}
