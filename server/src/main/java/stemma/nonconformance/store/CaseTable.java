package stemma.nonconformance.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ActorId;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.journal.CanonicalJson;
import stemma.lots.Lot;
import stemma.nonconformance.CaseFile;
import stemma.nonconformance.CaseHead;
import stemma.nonconformance.CaseJson;
import stemma.nonconformance.CaseKind;
import stemma.nonconformance.CaseQuery;
import stemma.nonconformance.CaseSubject;
import stemma.nonconformance.Complainant;
import stemma.nonconformance.Entered;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps cases: entries that stay, and one row that says what they come to. */
public final class CaseTable {
    private static final String WANTED = """
            from nonconformance.case_file c
            where (:kind::text is null or kind = :kind)
              and (:site::text is null or site = :site)
              and (:standing = 'any'
                or :standing = 'open' and closed_at is null
                or :standing = 'overdue' and closed_at is null and next_due < :today
                or :standing = 'closed' and closed_at is not null)
              and (:waits::text is null or :waits = any(waits_for))
              and (:words::text is null or position(lower(:words) in lower(title)) > 0
                or number = :words)
              and (:subject::text is null or exists (select from nonconformance.subject s
                where s.number = c.number and s.normal = :subject))
              and (:everywhere or site = any(:seen))
            """;
    private final JdbcClient database;

    public CaseTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns the next number of a kind and year; others wait until the transaction ends. */
    public int next(CaseKind kind, int year) {
        database.sql("select pg_advisory_xact_lock(hashtext('case ' || ?))")
                .param(kind.word())
                .query((row, _) -> true)
                .single();
        return database.sql("""
                select coalesce(max(ordinal), 0) + 1 from nonconformance.case_file
                where kind = ? and year = ?
                """).params(kind.word(), year).query(Integer.class).single();
    }

    /** Adds a case that was just opened. */
    public void add(CaseFile file, int year, int ordinal) {
        CaseHead head = file.head();
        database.sql("""
                insert into nonconformance.case_file
                    (number, kind, year, ordinal, site, title, severity, state, owner, due,
                     next_due, waits_for, opened_by, opened_at, entries)
                values (:number, :kind, :year, :ordinal, :site, :title, :severity, :state, :owner,
                     :due, :next, :waits, :by, :at, 1)
                """)
                .param("number", head.number())
                .param("kind", head.kind().word())
                .param("year", year)
                .param("ordinal", ordinal)
                .param("site", head.site().code())
                .param("title", head.title())
                .param("severity", head.severity().word())
                .param("state", head.state().word())
                .param("owner", head.owner().code())
                .param("due", head.due())
                .param("next", head.nextDue())
                .param("waits", codes(head.waitsFor()))
                .param("by", head.openedBy().code())
                .param("at", head.openedAt().atOffset(ZoneOffset.UTC))
                .update();
        write(head.number(), file.entries().getFirst());
        write(head.number(), file.subjects(), 0);
    }

    /** Adds the last entry of a case; returns whether nobody was faster. */
    public boolean enter(CaseFile before, CaseFile after) {
        CaseHead head = after.head();
        Instant closed = head.closedAt();
        int rows = database.sql("""
                update nonconformance.case_file
                set title = :title, severity = :severity, state = :state, cause = :cause,
                    owner = :owner, due = :due, next_due = :next, waits_for = :waits,
                    closed_at = :closed, entries = :entries
                where number = :number and entries = :seen
                """)
                .param("title", head.title())
                .param("severity", head.severity().word())
                .param("state", head.state().word())
                .param("cause", head.cause() == null ? null : head.cause().word())
                .param("owner", head.owner().code())
                .param("due", head.due())
                .param("next", head.nextDue())
                .param("waits", codes(head.waitsFor()))
                .param("closed", closed == null ? null : closed.atOffset(ZoneOffset.UTC))
                .param("entries", head.entries())
                .param("number", head.number())
                .param("seen", before.revision())
                .update();
        if (rows == 0) return false;
        write(head.number(), after.entries().getLast());
        int known = before.subjects().size();
        List<CaseSubject> all = after.subjects();
        write(head.number(), all.subList(known, all.size()), known);
        return true;
    }

    private void write(String number, Entered entered) {
        String content = new String(
                CanonicalJson.bytes(CaseJson.of(entered.entry())), StandardCharsets.UTF_8);
        database.sql("""
                insert into nonconformance.entry (number, ordinal, entered_at, entered_by, content)
                values (?, ?, ?, ?, ?)
                """)
                .params(
                        number,
                        entered.ordinal(),
                        entered.at().atOffset(ZoneOffset.UTC),
                        entered.by().code(),
                        content)
                .update();
    }

    private void write(String number, List<CaseSubject> subjects, int from) {
        int place = from;
        for (CaseSubject subject : subjects) {
            Portion part = subject.part();
            database.sql("""
                    insert into nonconformance.subject
                        (number, place, kind, code, normal, item, birth, first, last)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .param(number)
                    .param(place++)
                    .param(subject.kind().word())
                    .param(subject.code())
                    .param(LotNumber.normal(subject.code()))
                    .param(
                            subject.item() == null
                                    ? null
                                    : LotNumber.normal(subject.item().code()))
                    .param(part == null ? null : part.first().birth().uuid())
                    .param(part == null ? null : part.first().ordinal())
                    .param(part == null ? null : part.last())
                    .update();
        }
    }

    public Optional<CaseFile> file(String number) {
        List<Entered> entries = database.sql("""
                select ordinal, entered_at, entered_by, content from nonconformance.entry
                where number = ? order by ordinal
                """)
                .param(number)
                .query((row, _) -> CaseRows.entered(row))
                .list();
        return entries.isEmpty() ? Optional.empty() : Optional.of(CaseFile.of(number, entries));
    }

    public Optional<CaseHead> head(String number) {
        return database.sql("select * from nonconformance.case_file where number = ?")
                .param(number.strip())
                .query((row, _) -> CaseRows.head(row))
                .optional();
    }

    public List<CaseHead> list(CaseQuery query, LocalDate today) {
        return asked(
                        "select c.* " + WANTED + " order by " + query.sort().order()
                                + " limit :limit offset :offset",
                        query,
                        today)
                .param("limit", query.limit())
                .param("offset", query.offset())
                .query((row, _) -> CaseRows.head(row))
                .list();
    }

    public int count(CaseQuery query, LocalDate today) {
        return asked("select count(*) " + WANTED, query, today)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, CaseQuery query, LocalDate today) {
        String subject = query.subjectOrNull();
        return database.sql(sql)
                .param("kind", query.kind().map(CaseKind::word).orElse(null))
                .param("site", query.site().map(SiteCode::code).orElse(null))
                .param("standing", query.standing().word())
                .param("today", today)
                .param("waits", query.waitsFor().map(ActorId::code).orElse(null))
                .param("words", query.words().isBlank() ? null : query.words().strip())
                .param("subject", subject == null ? null : LotNumber.normal(subject))
                .param("everywhere", query.seen().isEmpty())
                .param("seen", seen(query.seen()));
    }

    static String[] seen(Optional<List<SiteCode>> sites) {
        return sites.orElse(List.of()).stream().map(SiteCode::code).toArray(String[]::new);
    }

    private static String[] codes(List<ActorId> actors) {
        return actors.stream().map(ActorId::code).toArray(String[]::new);
    }

    /** Returns the cases about each of these lots, in one question however many there are. */
    public Map<LotId, List<CaseHead>> on(Collection<Lot> lots, CaseQuery.Standing standing) {
        if (lots.isEmpty()) return new HashMap<>();
        List<Lot> asked = List.copyOf(lots);
        Map<LotId, List<CaseHead>> found = new HashMap<>();
        database.sql("""
                with lot as materialized (
                    select * from unnest(:births::uuid[], :firsts::int[], :lasts::int[],
                        :items::text[], :normals::text[]) with ordinality
                        as l(birth, first, last, item, normal, place)),
                met as (
                    select l.place, s.number from lot l join nonconformance.subject s
                        on s.birth = l.birth and s.first <= l.last and s.last >= l.first
                    union
                    select l.place, s.number from lot l join nonconformance.subject s
                        on s.item = l.item and s.normal = l.normal
                        where s.birth is null and s.kind = 'lot')
                select met.place, c.* from met join nonconformance.case_file c using (number)
                where :standing = 'any' or (c.closed_at is null) = (:standing <> 'closed')
                order by met.place, c.opened_at desc, c.number
                """)
                .param("births", texts(asked, lot -> lot.id().birth().uuid()))
                .param("firsts", texts(asked, lot -> lot.id().ordinal()))
                .param("lasts", texts(asked, lot -> lot.span().last()))
                .param("items", texts(asked, lot -> LotNumber.normal(lot.item().code())))
                .param("normals", texts(asked, lot -> lot.number().normal()))
                .param("standing", standing.word())
                .query(row -> {
                    Lot lot = asked.get(row.getInt("place") - 1);
                    found.computeIfAbsent(lot.id(), _ -> new ArrayList<>()).add(CaseRows.head(row));
                });
        return found;
    }

    private static String[] texts(List<Lot> lots, Function<Lot, Object> of) {
        return lots.stream().map(of).map(Object::toString).toArray(String[]::new);
    }

    public void keep(String number, String salt, Complainant who) {
        database.sql("""
                insert into nonconformance.complainant (number, salt, name, address, phone)
                values (?, ?, ?, ?, ?)
                """)
                .params(number, salt, who.name(), who.address(), who.phone())
                .update();
    }

    public Optional<Complainant> complainant(String number) {
        return database.sql("""
                select name, address, phone from nonconformance.complainant where number = ?
                """)
                .param(number)
                .query((row, _) -> new Complainant(
                        row.getString("name"), row.getString("address"), row.getString("phone")))
                .optional();
    }

    public void forget(String number) {
        database.sql("delete from nonconformance.complainant where number = ?")
                .param(number)
                .update();
    }
}
