package stemma.ledger.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Event;
import stemma.ledger.Spelling;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Keeps how each code was spelled when it was first used: of runs, resources, containers,
 * shipments, transfers and holds, by which material is found again. Later spellings are brought to
 * the first.
 */
public final class SpellingTable {
    private final JdbcClient database;

    public SpellingTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Returns how the codes of these events are spelled: as before, or as the first of them has.
     */
    public Spelt of(Collection<Event> events) {
        Noting noted = note(events);
        Map<String, String> known = read(noted.codes.keySet());
        boolean agrees = noted.agrees
                && known.entrySet().stream()
                        .allMatch(e -> e.getValue().equals(noted.codes.get(e.getKey())));
        noted.codes.putAll(known);
        return new Spelt(noted.codes, known.keySet(), agrees);
    }

    /**
     * Takes note of the codes of events that stand, beside those that were known before. Throws
     * where another writer began one of them meanwhile, perhaps spelled otherwise: then the append
     * is to be decided anew. What was not sent, the rooms have filled in as their tables spell it.
     */
    public void keep(Collection<Event> events, Spelt sent) {
        TreeMap<String, String> fresh = note(events).codes;
        fresh.keySet().removeAll(sent.known);
        Set<String> filledIn = new HashSet<>(fresh.keySet());
        filledIn.removeAll(sent.codes.keySet());
        fresh.keySet().removeAll(read(filledIn).keySet());
        if (!fresh.isEmpty() && write(fresh) < fresh.size()) throw new SpelledMeanwhile();
    }

    /** Takes note of the codes of events that are written anew, each as it was first spelled. */
    public void restore(Collection<Event> events) {
        TreeMap<String, String> codes = note(events).codes;
        codes.keySet().removeAll(read(codes.keySet()).keySet());
        write(codes);
    }

    private static Noting note(Collection<Event> events) {
        Noting noting = new Noting();
        events.forEach(noting::of);
        return noting;
    }

    private Map<String, String> read(Collection<String> keys) {
        Map<String, String> known = new HashMap<>();
        if (keys.isEmpty()) return known;
        database.sql("select key, code from ledger.spelling where key = any(?::text[])")
                .param(keys.toArray(String[]::new))
                .query((row, _) -> known.put(row.getString("key"), row.getString("code")))
                .list();
        return known;
    }

    // In the order of the keys, so that two who begin the same codes wait and never deadlock.
    private int write(TreeMap<String, String> fresh) {
        return database.sql("""
                insert into ledger.spelling (key, code)
                select key, code from unnest(?::text[], ?::text[]) as s (key, code) order by key
                on conflict (key) do nothing
                """)
                .params(
                        fresh.keySet().toArray(String[]::new),
                        fresh.values().toArray(String[]::new))
                .update();
    }

    private static String key(String kind, String code) {
        return kind + ":" + LotNumber.normal(code);
    }

    /** Takes note of how each code is first spelled, and whether all spell it alike. */
    private static final class Noting extends ByKind {
        private final TreeMap<String, String> codes = new TreeMap<>();
        private boolean agrees = true;

        @Override
        String spelled(String kind, String code) {
            String first = codes.putIfAbsent(key(kind, code), code);
            agrees &= first == null || first.equals(code);
            return code;
        }
    }

    /** How the codes of some events are spelled here, and which of them were used before. */
    public static final class Spelt extends ByKind {
        private final Map<String, String> codes;
        private final Set<String> known;
        private final boolean agrees;

        private Spelt(Map<String, String> codes, Set<String> known, boolean agrees) {
            this.codes = codes;
            this.known = Set.copyOf(known);
            this.agrees = agrees;
        }

        /** Says whether every one of the events spells every code so already. */
        public boolean agrees() {
            return agrees;
        }

        @Override
        String spelled(String kind, String code) {
            return codes.getOrDefault(key(kind, code), code);
        }
    }

    /** All codes told by their kind and text. */
    private abstract static class ByKind extends Spelling {
        abstract String spelled(String kind, String code);

        private <C> C spelled(String kind, C code, String text, Function<String, C> made) {
            String spelled = spelled(kind, text);
            return spelled.equals(text) ? code : made.apply(spelled);
        }

        @Override
        protected RunId run(RunId code) {
            return spelled("run", code, code.code(), RunId::new);
        }

        @Override
        protected ResourceCode resource(ResourceCode code) {
            return spelled("resource", code, code.code(), ResourceCode::new);
        }

        @Override
        protected ContainerCode container(ContainerCode code) {
            return spelled("container", code, code.code(), ContainerCode::new);
        }

        @Override
        protected ShipmentCode shipment(ShipmentCode code) {
            return spelled("shipment", code, code.code(), ShipmentCode::new);
        }

        @Override
        protected DocumentCode transfer(DocumentCode code) {
            return spelled("transfer", code, code.code(), DocumentCode::new);
        }

        @Override
        protected HoldCode hold(HoldCode code) {
            return spelled("hold", code, code.code(), HoldCode::new);
        }
    }
}
