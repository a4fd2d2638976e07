package stemma.production.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotNumber;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Appended;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Place;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps and reads which events concern a vessel or another resource. */
public final class ResourceEntries implements Projection {
    private final JdbcClient database;

    public ResourceEntries(JdbcClient database) {
        this.database = database;
    }

    private record Row(long seq, ResourceCode resource, String kind, Instant occurredFrom) {}

    @Override
    public void project(Appended appended) {
        List<Row> rows = new ArrayList<>();
        List<Long> ended = new ArrayList<>();
        List<Long> by = new ArrayList<>();
        for (Recorded recorded : appended.events()) {
            if (recorded.undone() != null) {
                ended.add(recorded.undone().seq());
                by.add(recorded.seq());
            }
            Event effect = recorded.effect();
            if (effect == null) continue;
            Instant occurred = effect.circumstances().occurredAt().from();
            for (ResourceCode resource : concerned(effect))
                rows.add(new Row(recorded.seq(), resource, kind(effect), occurred));
        }
        insert(rows);
        end(ended, by);
    }

    private static Set<ResourceCode> concerned(Event event) {
        if (event instanceof Event.OfVessel e) return Set.of(e.vessel());
        if (event instanceof Event.Cleaned e) return Set.of(e.resource());
        Set<ResourceCode> vessels = new HashSet<>();
        for (var movement : Facts.movements(event)) {
            if (movement.from() instanceof Place.InVessel(var vessel)) vessels.add(vessel);
            if (movement.to() instanceof Place.InVessel(var vessel)) vessels.add(vessel);
        }
        return vessels;
    }

    private static String kind(Event event) {
        if (event instanceof Event.Emptied) return "EMPTIED";
        return event instanceof Event.Cleaned ? "CLEANED" : "MOVED";
    }

    private void insert(List<Row> rows) {
        if (rows.isEmpty()) return;
        database.sql("""
                insert into production.resource_entry
                    (seq, resource, resource_normal, kind, occurred_from)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                """)
                .params(
                        rows.stream().map(Row::seq).toArray(Long[]::new),
                        rows.stream().map(r -> r.resource().code()).toArray(String[]::new),
                        rows.stream().map(r -> normal(r.resource())).toArray(String[]::new),
                        rows.stream().map(Row::kind).toArray(String[]::new),
                        rows.stream().map(r -> r.occurredFrom().toString()).toArray(String[]::new))
                .update();
    }

    private void end(List<Long> seqs, List<Long> by) {
        if (seqs.isEmpty()) return;
        database.sql("""
                update production.resource_entry f set corrected_by = c.by
                from unnest(?::bigint[], ?::bigint[]) as c (seq, by)
                where f.seq = c.seq
                """)
                .params(seqs.toArray(Long[]::new), by.toArray(Long[]::new))
                .update();
    }

    /**
     * Returns the seqs of what stands at a resource, in the order in which it happened: the latest,
     * {@code limit} at most.
     */
    public List<Long> at(ResourceCode resource, int limit) {
        List<Long> seqs = new ArrayList<>(database.sql("""
                select seq from production.resource_entry
                where resource_normal = ? and corrected_by is null
                order by occurred_from desc, seq desc limit ?
                """)
                .params(normal(resource), limit)
                .query((row, _) -> row.getLong(1))
                .list());
        Collections.reverse(seqs);
        return seqs;
    }

    /** Returns when the resource was last cleaned after a moment and not after the other. */
    public Optional<Instant> cleaned(ResourceCode resource, Instant after, Instant until) {
        return database.sql("""
                select occurred_from from production.resource_entry
                where resource_normal = ? and kind = 'CLEANED' and corrected_by is null
                  and occurred_from > ?::timestamptz and occurred_from <= ?::timestamptz
                order by occurred_from desc, seq desc limit 1
                """)
                .params(normal(resource), after.toString(), until.toString())
                .query((row, _) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .optional();
    }

    private static String normal(ResourceCode resource) {
        return LotNumber.normal(resource.code());
    }
}
