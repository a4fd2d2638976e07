package stemma.ledger.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.Codes;
import stemma.ledger.CodesByKind;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

    /** Returns how these codes are spelled: as before, or as who uses them first has them. */
    public Spelt of(Codes sent) {
        Map<String, String> known = read(sent.first().keySet());
        boolean agrees = sent.agree() && sent.first().entrySet().containsAll(known.entrySet());
        Map<String, String> codes = new HashMap<>(sent.first());
        codes.putAll(known);
        return new Spelt(codes, known.keySet(), agrees);
    }

    /**
     * Takes note of the codes of events that stand, beside those that were known before. Throws
     * where another writer began one of them meanwhile, perhaps spelled otherwise: then the append
     * is to be decided anew. What was not sent, the rooms have filled in as their tables spell it.
     */
    public void keep(Codes standing, Spelt sent) {
        TreeMap<String, String> fresh = new TreeMap<>(standing.first());
        fresh.keySet().removeAll(sent.known);
        Set<String> filledIn = new HashSet<>(fresh.keySet());
        filledIn.removeAll(sent.codes.keySet());
        fresh.keySet().removeAll(read(filledIn).keySet());
        if (!fresh.isEmpty() && write(fresh) < fresh.size()) throw new SpelledMeanwhile();
        sent.known.addAll(fresh.keySet());
    }

    /** Takes note of the codes of events that are written anew, each as it was first spelled. */
    public void restore(Codes codes) {
        TreeMap<String, String> fresh = new TreeMap<>(codes.first());
        fresh.keySet().removeAll(read(fresh.keySet()).keySet());
        write(fresh);
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

    /** How the codes of some events are spelled here, and which of them were used before. */
    public static final class Spelt extends CodesByKind {
        private final Map<String, String> codes;
        private final Set<String> known;
        private final boolean agrees;

        private Spelt(Map<String, String> codes, Set<String> known, boolean agrees) {
            this.codes = codes;
            this.known = new HashSet<>(known);
            this.agrees = agrees;
        }

        /** Says whether every one of the events spells every code so already. */
        public boolean agrees() {
            return agrees;
        }

        @Override
        protected String spelled(String kind, String code) {
            return codes.getOrDefault(Codes.key(kind, code), code);
        }
    }
}
