package stemma.ledger.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Event;
import stemma.ledger.Spelling;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps how each code was spelled when it was first used: of runs, resources, containers, shipments
 * and holds, by which material is found again. Later spellings are brought to the first.
 */
public final class SpellingTable {
    private final JdbcClient database;

    public SpellingTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Returns how the codes of these events are spelled: as before, or as the first of them has.
     */
    public Spelling of(Collection<Event> events) {
        Map<String, String> spelled = codes(events);
        spelled.putAll(read(spelled.keySet()));
        return new ByKind() {
            @Override
            String spelled(String kind, String code) {
                return spelled.getOrDefault(key(kind, code), code);
            }
        };
    }

    /**
     * Takes note of the codes of events that stand. Throws where another writer began one of them
     * meanwhile, perhaps spelled otherwise: then the append is to be decided anew.
     */
    public void keep(Collection<Event> events) {
        TreeMap<String, String> fresh = codes(events);
        fresh.keySet().removeAll(read(fresh.keySet()).keySet());
        if (!fresh.isEmpty() && write(fresh) < fresh.size()) throw new SpelledMeanwhile();
    }

    private static TreeMap<String, String> codes(Collection<Event> events) {
        TreeMap<String, String> codes = new TreeMap<>();
        Spelling noting = new ByKind() {
            @Override
            String spelled(String kind, String code) {
                codes.putIfAbsent(key(kind, code), code);
                return code;
            }
        };
        events.forEach(noting::of);
        return codes;
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

    /** All codes told by their kind and text. */
    private abstract static class ByKind extends Spelling {
        abstract String spelled(String kind, String code);

        @Override
        protected RunId run(RunId code) {
            return new RunId(spelled("run", code.code()));
        }

        @Override
        protected ResourceCode resource(ResourceCode code) {
            return new ResourceCode(spelled("resource", code.code()));
        }

        @Override
        protected ContainerCode container(ContainerCode code) {
            return new ContainerCode(spelled("container", code.code()));
        }

        @Override
        protected ShipmentCode shipment(ShipmentCode code) {
            return new ShipmentCode(spelled("shipment", code.code()));
        }

        @Override
        protected HoldCode hold(HoldCode code) {
            return new HoldCode(spelled("hold", code.code()));
        }
    }
}
