package stemma.certificates.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.certificates.Certificate;
import stemma.certificates.CertificateKind;
import stemma.certificates.CertificatePage;
import stemma.certificates.CertificateQuery;
import stemma.certificates.KeptCertificate;
import stemma.certificates.Verification;
import stemma.identifiers.ActorId;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;
import stemma.receiving.SupplierDocument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps what papers say of themselves and what was found out about them. */
public final class CertificateTable {
    private static final String CONDITIONS = """
             from certificates.certificate c left join lateral (
                 select v.outcome from certificates.verification v
                 where v.certificate = c.id order by v.id desc limit 1) f on true
             where upper(c.site) = any(?::text[])
               and starts_with(c.number_normal, ?) and starts_with(c.issuer_normal, ?)
               and (? = '' or c.kind = ?)
               and (? = '' or exists (select from certificates.claim k
                    where k.certificate = c.id and k.text_normal = ?))
               and case ? when '' then true when 'unchecked' then f.outcome is null
                   when 'expired' then c.valid_until < ?::date else lower(f.outcome) = ? end
            """;

    private final JdbcClient database;
    private final ClaimTable claims;

    public CertificateTable(JdbcClient database) {
        this.database = database;
        this.claims = new ClaimTable(database);
    }

    /** Writes a paper with its claims; returns false where id or number are taken. */
    public boolean add(Certificate paper, ActorId by, Instant at) {
        List<@Nullable Object> row = new ArrayList<>(facts(paper));
        row.add(by.code());
        row.add(at.toString());
        boolean isNew = database.sql("""
                insert into certificates.certificate (id, site, kind, issuer, issuer_normal, number,
                    number_normal, issued_on, valid_until, receipt, file_name, sha256,
                    entered_by, entered_at)
                values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                on conflict do nothing
                """).params(row).update() > 0;
        if (isNew) claims.add(paper.id(), paper.claims());
        return isNew;
    }

    /** Puts other facts and claims in the place of those there were. */
    public void replace(Certificate paper) {
        List<@Nullable Object> row = new ArrayList<>(facts(paper));
        row.removeFirst();
        row.add(paper.id().toString());
        database.sql("""
                update certificates.certificate set site = ?, kind = ?, issuer = ?,
                    issuer_normal = ?, number = ?, number_normal = ?, issued_on = ?,
                    valid_until = ?, receipt = ?, file_name = ?, sha256 = ?
                where id = ?::uuid
                """).params(row).update();
        claims.replace(paper.id(), paper.claims());
    }

    private static List<@Nullable Object> facts(Certificate paper) {
        SupplierDocument file = paper.file();
        return Arrays.asList(
                paper.id().toString(),
                paper.site().code(),
                paper.kind().name(),
                paper.issuer().code(),
                LotNumber.normal(paper.issuer().code()),
                paper.number().code(),
                LotNumber.normal(paper.number().code()),
                paper.issuedOn(),
                paper.validUntil(),
                paper.receipt() == null ? null : paper.receipt().code(),
                file == null ? null : file.name(),
                file == null ? null : file.sha256());
    }

    /** Adds what was found out; what was found before stays. */
    public void add(EventId certificate, Verification found) {
        database.sql("""
                insert into certificates.verification (certificate, outcome, how, actor, at)
                values (?::uuid, ?, ?, ?, ?::timestamptz)
                """)
                .params(
                        certificate.toString(),
                        found.outcome().name(),
                        found.how(),
                        found.by().code(),
                        found.at().toString())
                .update();
    }

    /** Keeps others from changing the paper until the transaction ends. */
    public void lock(EventId certificate) {
        database.sql("select 1 from certificates.certificate where id = ?::uuid for update")
                .param(certificate.toString())
                .query()
                .listOfRows();
    }

    /** Returns the papers with these ids, each with its claims; unknown ids are left out. */
    public List<KeptCertificate> byId(Collection<EventId> ids) {
        if (ids.isEmpty()) return List.of();
        return whole(database.sql("""
                select * from certificates.certificate where id = any(?::uuid[])
                order by entered_at, id
                """)
                .param(texts(ids))
                .query((row, _) -> new Row(row))
                .list());
    }

    /** Returns every paper of that number, whoever issued it. */
    public List<KeptCertificate> byNumber(String number) {
        return whole(database.sql("""
                select * from certificates.certificate where number_normal = ?
                order by entered_at, id
                """)
                .param(LotNumber.normal(number))
                .query((row, _) -> new Row(row))
                .list());
    }

    /** Returns the papers that came with a receipt. */
    public List<KeptCertificate> ofReceipt(String receipt) {
        return whole(
                database.sql("""
                select * from certificates.certificate where receipt is not null
                  and upper(receipt) = upper(?) order by entered_at, id
                """).param(receipt).query((row, _) -> new Row(row)).list());
    }

    /** Returns every paper; for what must be compared with all others. */
    public List<KeptCertificate> every() {
        return whole(database.sql("select * from certificates.certificate order by entered_at, id")
                .query((row, _) -> new Row(row))
                .list());
    }

    /** Returns every paper that claims one of these numbers, which are told in normal form. */
    public List<KeptCertificate> claiming(Collection<String> normals) {
        if (normals.isEmpty()) return List.of();
        return whole(database.sql("""
                select * from certificates.certificate c where c.id in (
                    select k.certificate from certificates.claim k
                    where k.text_normal = any(?::text[]))
                order by entered_at, id
                """)
                .param(normals.toArray(String[]::new))
                .query((row, _) -> new Row(row))
                .list());
    }

    /** Returns the papers of these sites that are as asked. */
    public CertificatePage page(CertificateQuery asked, Set<SiteCode> sites, LocalDate today) {
        List<Object> given = given(asked, sites, today);
        int total = database.sql("select count(*)" + CONDITIONS)
                .params(given)
                .query((row, _) -> row.getInt(1))
                .single();
        List<Object> paged = new ArrayList<>(given);
        paged.add(asked.from());
        paged.add(asked.limit());
        List<Row> rows = database.sql("select c.*" + CONDITIONS + " order by " + order(asked.sort())
                        + " offset ? limit ?")
                .params(paged)
                .query((row, _) -> new Row(row))
                .list();
        return new CertificatePage(whole(rows), total);
    }

    private static List<Object> given(
            CertificateQuery asked, Set<SiteCode> sites, LocalDate today) {
        String kind =
                asked.kind().isEmpty() ? "" : CertificateKind.of(asked.kind()).name();
        String lot = LotNumber.normal(asked.lot());
        return List.of(
                sites.stream().map(s -> LotNumber.normal(s.code())).toArray(String[]::new),
                LotNumber.normal(asked.number()),
                LotNumber.normal(asked.issuer()),
                kind,
                kind,
                lot,
                lot,
                asked.standing(),
                today,
                asked.standing());
    }

    private static String order(CertificateQuery.Sort sort) {
        return switch (sort) {
            case ENTERED -> "c.entered_at desc, c.id desc";
            case ISSUED -> "c.issued_on desc, c.id desc";
            case VALID -> "c.valid_until nulls last, c.id";
            case NUMBER -> "c.number_normal, c.id";
            case ISSUER -> "c.issuer_normal, c.number_normal, c.id";
        };
    }

    private record Row(Certificate facts, ActorId by, Instant at) {
        Row(ResultSet row) throws SQLException {
            this(
                    facts(row),
                    new ActorId(row.getString("entered_by")),
                    row.getObject("entered_at", OffsetDateTime.class).toInstant());
        }

        private static Certificate facts(ResultSet row) throws SQLException {
            String receipt = row.getString("receipt");
            String sha256 = row.getString("sha256");
            return new Certificate(
                    new EventId(row.getObject("id", UUID.class)),
                    new SiteCode(row.getString("site")),
                    CertificateKind.valueOf(row.getString("kind")),
                    new PartnerCode(row.getString("issuer")),
                    new DocumentCode(row.getString("number")),
                    row.getObject("issued_on", LocalDate.class),
                    row.getObject("valid_until", LocalDate.class),
                    receipt == null ? null : new DocumentCode(receipt),
                    sha256 == null
                            ? null
                            : new SupplierDocument(row.getString("file_name"), sha256),
                    List.of());
        }
    }

    private List<KeptCertificate> whole(List<Row> rows) {
        String[] ids = texts(rows.stream().map(row -> row.facts().id()).toList());
        Map<EventId, List<Verification>> found = claims.verifications(ids);
        var claimed = claims.of(ids);
        return rows.stream()
                .map(row -> new KeptCertificate(
                        row.facts().claiming(claimed.getOrDefault(row.facts().id(), List.of())),
                        row.by(),
                        row.at(),
                        found.getOrDefault(row.facts().id(), List.of())))
                .toList();
    }

    private static String[] texts(Collection<EventId> ids) {
        return ids.stream().map(EventId::toString).toArray(String[]::new);
    }
}
