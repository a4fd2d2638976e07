package stemma.ledger.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AtOnce;
import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Entry;
import stemma.journal.Journal;
import stemma.journal.Knowledge;
import stemma.journal.Known;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.History;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;
import stemma.ledger.Standing;
import stemma.ledger.Touches;
import stemma.ledger.Writing;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Events in the journal, and the search copies by which they are found again. */
public final class LedgerStore implements History {
    private final JdbcClient database;
    private final Journal journal;
    private final PastTable past;

    public LedgerStore(JdbcClient database, Journal journal) {
        this.database = database;
        this.journal = journal;
        this.past = new PastTable(database);
    }

    /** Returns which of the ids stand in the journal, with the digests they came with. */
    public Map<EventId, Known> known(Collection<EventId> ids) {
        Map<EventId, Known> known = new HashMap<>();
        journal.known(ids.stream().map(EventId::uuid).toList())
                .forEach((id, found) -> known.put(new EventId(id), found));
        return known;
    }

    /**
     * Writes events to the journal and its search copies, in this order, and returns them as
     * recorded.
     */
    public List<Recorded> write(List<Drafted> drafted) {
        if (drafted.isEmpty()) return List.of();
        List<Entry> entries =
                journal.append(drafted.stream().map(Drafted::draft).toList());
        List<Recorded> recorded = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Writing writing = drafted.get(i).writing();
            recorded.add(new Recorded(
                    entry.seq(), entry.recordedAt(), writing.author(), writing.candidate()));
        }
        index(recorded);
        return recorded;
    }

    /** Writes the search copies of events that stand in the journal already. */
    public void index(List<Recorded> recorded) {
        indexEvents(recorded);
        indexTouches(recorded);
        indexDocuments(recorded);
        indexCorrections(recorded);
    }

    /**
     * Writes the search copies of entries read back, and returns their events with what each undid.
     */
    public List<Recorded> reindex(List<Entry> entries) {
        List<Recorded> plain = new ArrayList<>();
        for (Entry entry : entries) {
            Event event = EventJson.read(entry.body());
            plain.add(new Recorded(
                    entry.seq(), entry.recordedAt(), entry.author(), Candidate.of(event)));
        }
        index(plain);
        return plain.stream()
                .map(r -> new Recorded(r.seq(), r.recordedAt(), r.author(), candidate(r.event())))
                .toList();
    }

    private void indexEvents(List<Recorded> recorded) {
        int n = recorded.size();
        long[] seqs = new long[n];
        String[] ids = new String[n];
        String[] kinds = new String[n];
        String[] claims = new String[n];
        String[] sites = new String[n];
        Timestamp[] from = new Timestamp[n];
        Timestamp[] to = new Timestamp[n];
        @Nullable String[] follows = new @Nullable String[n];
        String[] violations = new String[n];
        for (int i = 0; i < n; i++) {
            var event = recorded.get(i).event();
            var c = event.circumstances();
            seqs[i] = recorded.get(i).seq();
            ids[i] = c.id().toString();
            kinds[i] = EventJson.kind(event);
            claims[i] = c.claim().name().toLowerCase(java.util.Locale.ROOT);
            sites[i] = c.site().code();
            from[i] = Timestamp.from(c.occurredAt().from());
            to[i] = Timestamp.from(c.occurredAt().to());
            follows[i] = c.follows() == null ? null : c.follows().toString();
            violations[i] =
                    String.join(",", c.violations().stream().map(v -> v.code()).toList());
        }
        database.sql("""
                insert into ledger.event
                    (seq, id, kind, claim, site, occurred_from, occurred_to, follows, violations)
                select seq, id::uuid, kind, claim, site, f, t, follows::uuid,
                       case when v = '' then '{}' else string_to_array(v, ',') end
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[])
                     as row (seq, id, kind, claim, site, f, t, follows, v)
                """)
                .params(
                        seqs,
                        ids,
                        kinds,
                        claims,
                        sites,
                        texts(from),
                        texts(to),
                        follows,
                        violations)
                .update();
    }

    private static String[] texts(Timestamp[] moments) {
        return Arrays.stream(moments).map(m -> m.toInstant().toString()).toArray(String[]::new);
    }

    private void indexTouches(List<Recorded> recorded) {
        List<String> births = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        List<Integer> lasts = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        for (Recorded event : recorded) {
            for (Portion lot : Touches.lots(event.event())) {
                births.add(lot.first().birth().toString());
                firsts.add(lot.first().ordinal());
                lasts.add(lot.last());
                seqs.add(event.seq());
            }
        }
        if (seqs.isEmpty()) return;
        database.sql("""
                insert into ledger.touch (birth, first_ordinal, last_ordinal, seq)
                select birth::uuid, first, last, seq
                from unnest(?::text[], ?::int[], ?::int[], ?::bigint[]) as row (birth, first, last, seq)
                """)
                .params(
                        births.toArray(String[]::new),
                        firsts.toArray(Integer[]::new),
                        lasts.toArray(Integer[]::new),
                        seqs.toArray(Long[]::new))
                .update();
    }

    private void indexDocuments(List<Recorded> recorded) {
        List<String> codes = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        for (Recorded event : recorded) {
            for (String code : Touches.documents(event.event())) {
                codes.add(stemma.identifiers.LotNumber.normal(code));
                seqs.add(event.seq());
            }
        }
        if (seqs.isEmpty()) return;
        database.sql("""
                insert into ledger.document (code, seq)
                select distinct code, seq from unnest(?::text[], ?::bigint[]) as row (code, seq)
                """)
                .params(codes.toArray(String[]::new), seqs.toArray(Long[]::new))
                .update();
    }

    private void indexCorrections(List<Recorded> recorded) {
        Map<String, Long> by = new LinkedHashMap<>();
        for (Recorded event : recorded) {
            if (event.event() instanceof Event.Corrected c)
                by.put(c.corrects().toString(), event.seq());
        }
        if (by.isEmpty()) return;
        database.sql("""
                insert into ledger.correction (corrected_seq, by_seq)
                select e.seq, row.by_seq
                from unnest(?::text[], ?::bigint[]) as row (id, by_seq)
                join ledger.event e on e.id = row.id::uuid
                """)
                .params(by.keySet().toArray(String[]::new), by.values().toArray(Long[]::new))
                .update();
    }

    /** Returns how those events stand, for those that are in the ledger. */
    public Map<EventId, Standing> standing(Collection<EventId> ids) {
        if (ids.isEmpty()) return Map.of();
        Map<EventId, Standing> standing = new HashMap<>();
        for (Recorded recorded : read(ids)) {
            standing.put(
                    recorded.event().id(),
                    new Standing(
                            recorded.seq(),
                            recorded.effect(),
                            recorded.undone(),
                            correctionOf(recorded.seq())));
        }
        return standing;
    }

    private @Nullable EventId correctionOf(long seq) {
        return database.sql("""
                select e.id from ledger.correction c join ledger.event e on e.seq = c.by_seq
                where c.corrected_seq = ?
                """)
                .param(seq)
                .query(UUID.class)
                .optional()
                .map(EventId::new)
                .orElse(null);
    }

    /** Returns events by id in the order of seq; unknown ones are left out. */
    @Override
    public List<Recorded> read(Collection<EventId> ids) {
        return ofSeqs(database.sql("select seq from ledger.event where id = any(?::uuid[])")
                .param(texts(ids))
                .query((row, _) -> row.getLong(1))
                .list());
    }

    /** Returns events by id with the events that the server added to them. */
    public List<Recorded> readWithFollowers(Collection<EventId> ids) {
        String[] texts = texts(ids);
        return ofSeqs(database.sql("""
                select seq from ledger.event where id = any(?::uuid[])
                union
                select seq from ledger.event where follows = any(?::uuid[])
                """)
                .params(texts, texts)
                .query((row, _) -> row.getLong(1))
                .list());
    }

    /** Returns events by seq, in that order. */
    @Override
    public List<Recorded> ofSeqs(Collection<Long> seqs) {
        List<Recorded> events = new ArrayList<>();
        for (Entry entry : journal.read(seqs.stream().sorted().toList())) {
            Candidate told = candidate(EventJson.read(entry.body()));
            events.add(new Recorded(entry.seq(), entry.recordedAt(), entry.author(), told));
        }
        return events;
    }

    /** Returns which entry corrected which of these, by their numbers. */
    public Map<Long, Long> correctedBy(Collection<Long> seqs) {
        return past.corrections(seqs);
    }

    /** Holds the search copies of events against them. */
    public void compare(Retold retold) {
        new EventsRetold(database)
                .compare(retold, id -> read(List.of(id)).getFirst().seq());
    }

    /** What a stored correction undid and put in its place is found by following what it names. */
    private Candidate candidate(Event event) {
        if (!(event instanceof Event.Corrected correction)) return Candidate.of(event);
        Recorded target = read(List.of(correction.corrects())).getFirst();
        Event effect = correction.replacement();
        if (effect == null && target.undone() != null) effect = target.undone().effect();
        Event ended = target.effect();
        return new Candidate(
                event, effect, ended == null ? null : new Candidate.Undone(ended, target.seq()));
    }

    @Override
    public List<Recorded> of(Portion lot) {
        return ofSeqs(past.touching(lot));
    }

    @Override
    public List<Recorded> of(Collection<Portion> lots, int offset, int limit) {
        return ofSeqs(past.touching(lots, offset, limit)).reversed();
    }

    @Override
    public long count(Collection<Portion> lots) {
        return past.touchCount(lots);
    }

    @Override
    public Set<Portion> touched(
            Collection<Portion> lots, Optional<Set<SiteCode>> sites, long first, long end) {
        return past.touched(lots, sites, first, end);
    }

    @Override
    public Map<Long, Recorded> corrections(Collection<Long> seqs) {
        Map<Long, Long> by = past.corrections(seqs);
        Map<Long, Recorded> bySeq = new HashMap<>();
        ofSeqs(by.values()).forEach(recorded -> bySeq.put(recorded.seq(), recorded));
        Map<Long, Recorded> corrections = new HashMap<>();
        by.forEach((corrected, seq) ->
                corrections.put(corrected, java.util.Objects.requireNonNull(bySeq.get(seq))));
        return corrections;
    }

    @Override
    public List<Recorded> learned(
            Collection<Portion> lots,
            Collection<String> documents,
            Knowledge earlier,
            Knowledge later) {
        return ofSeqs(past.learned(lots, documents, earlier, later));
    }

    @Override
    public List<Recorded> emptiedSince(
            Collection<ResourceCode> vessels, Knowledge earlier, Knowledge later) {
        if (vessels.isEmpty()) return List.of();
        return ofSeqs(past.emptied(earlier, later)).stream()
                .filter(recorded -> empties(recorded.effect(), vessels)
                        || recorded.undone() != null
                                && empties(recorded.undone().effect(), vessels))
                .toList();
    }

    private static boolean empties(@Nullable Event event, Collection<ResourceCode> vessels) {
        return event instanceof Event.Emptied emptied && vessels.contains(emptied.vessel());
    }

    @Override
    public List<String> documentsBeginningWith(String text, int limit) {
        return past.documentsBeginningWith(text, limit);
    }

    @Override
    public List<Recorded> ofDocument(String code) {
        return ofSeqs(database.sql("select seq from ledger.document where code = ?")
                .param(stemma.identifiers.LotNumber.normal(code))
                .query((row, _) -> row.getLong(1))
                .list());
    }

    @Override
    public List<Recorded> violating(Optional<Set<SiteCode>> sites, int offset, int limit) {
        return ofSeqs(past.violating(sites, offset, limit)).reversed();
    }

    @Override
    public Supplier<List<Recorded>> violating(AtOnce message, Collection<Portion> lots) {
        Supplier<List<Long>> seqs = message.ask(PastTable.askViolating(lots));
        return () -> ofSeqs(seqs.get());
    }

    @Override
    public long violatingCount(Optional<Set<SiteCode>> sites) {
        return past.violatingCount(sites);
    }

    private static String[] texts(Collection<EventId> ids) {
        return ids.stream().map(EventId::toString).toArray(String[]::new);
    }
}
