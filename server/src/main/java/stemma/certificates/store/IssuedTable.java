package stemma.certificates.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.certificates.IssuedCertificate;
import stemma.certificates.IssuedPage;
import stemma.certificates.IssuedQuery;
import stemma.certificates.Statement;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.signatures.Signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps certificates of our own with their PDF, and their withdrawals; none is ever changed. */
public final class IssuedTable {
    private static final String SELECT = """
            select i.id, i.number, i.site, i.portion, i.statement, i.digest, i.signer,
                   i.signer_name, i.meaning, i.signed_at, i.sha256,
                   w.reason, w.digest as w_digest, w.signer as w_signer,
                   w.signer_name as w_signer_name, w.meaning as w_meaning,
                   w.signed_at as w_signed_at
              from certificates.issued i
              left join certificates.withdrawal w on w.certificate = i.id
            """;
    private static final String CONDITIONS = """
             where upper(i.site) = any(?::text[]) and starts_with(i.number_normal, ?)
               and (? = '' or i.lot_normal = ?)
               and case ? when '' then true when 'good' then w.certificate is null
                   else w.certificate is not null end
            """;

    private final JdbcClient database;

    public IssuedTable(JdbcClient database) {
        this.database = database;
    }

    public void add(IssuedCertificate one, byte[] pdf) {
        Signature by = one.signature();
        database.sql("""
                insert into certificates.issued (id, number, number_normal, site, kind,
                    item_normal, lot_normal, portion, statement, digest, signer, signer_name,
                    meaning, signed_at, sha256, pdf)
                values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?)
                """)
                .params(
                        one.id().toString(),
                        one.number(),
                        LotNumber.normal(one.number()),
                        one.site().code(),
                        one.kind().code(),
                        LotNumber.normal(one.statement().product().item()),
                        LotNumber.normal(one.statement().product().lot()),
                        one.lot().toString(),
                        one.statement().text(),
                        by.digest(),
                        by.signer().code(),
                        by.name(),
                        by.meaning(),
                        by.at().toString(),
                        one.sha256(),
                        pdf)
                .update();
    }

    /** Keeps a withdrawal; returns false where there is one already. */
    public boolean withdraw(EventId certificate, IssuedCertificate.Withdrawal withdrawal) {
        Signature by = withdrawal.signature();
        return database.sql("""
                        insert into certificates.withdrawal
                        values (?::uuid, ?, ?, ?, ?, ?, ?::timestamptz) on conflict do nothing
                        """)
                        .params(
                                certificate.toString(),
                                withdrawal.reason(),
                                by.digest(),
                                by.signer().code(),
                                by.name(),
                                by.meaning(),
                                by.at().toString())
                        .update()
                > 0;
    }

    public Optional<IssuedCertificate> find(EventId id) {
        return database.sql(SELECT + " where i.id = ?::uuid")
                .param(id.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    public byte[] pdf(EventId id) {
        return database.sql("select pdf from certificates.issued where id = ?::uuid")
                .param(id.toString())
                .query((row, _) -> row.getBytes("pdf"))
                .single();
    }

    public List<IssuedCertificate> byNumber(String number) {
        return database.sql(SELECT + " where i.number_normal = ?")
                .param(LotNumber.normal(number))
                .query((row, _) -> read(row))
                .list();
    }

    /** Returns those of lots of these numbers, of whatever item, the oldest first. */
    public List<IssuedCertificate> ofLots(Collection<String> normals) {
        return database.sql(
                        SELECT + " where i.lot_normal = any(?::text[]) order by i.signed_at, i.id")
                .param(normals.toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    public IssuedPage page(IssuedQuery asked, Set<SiteCode> sites) {
        List<Object> conditions = List.of(
                sites.stream().map(site -> LotNumber.normal(site.code())).toArray(String[]::new),
                LotNumber.normal(asked.number()),
                asked.lot(),
                LotNumber.normal(asked.lot()),
                asked.standing());
        List<IssuedCertificate> rows = database.sql(
                        SELECT + CONDITIONS + " order by i.signed_at desc, i.id limit ? offset ?")
                .params(conditions)
                .param(asked.limit())
                .param(asked.from())
                .query((row, _) -> read(row))
                .list();
        int total = database.sql("""
                        select count(*) from certificates.issued i
                        left join certificates.withdrawal w on w.certificate = i.id
                        """ + CONDITIONS)
                .params(conditions)
                .query(Integer.class)
                .single();
        return new IssuedPage(rows, total);
    }

    private static IssuedCertificate read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new IssuedCertificate(
                new EventId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new SiteCode(row.getString("site")),
                Portion.of(row.getString("portion")),
                Statement.of(row.getString("statement")),
                signature(row, ""),
                row.getString("sha256"),
                reason == null
                        ? null
                        : new IssuedCertificate.Withdrawal(reason, signature(row, "w_")));
    }

    private static Signature signature(ResultSet row, String of) throws SQLException {
        return new Signature(
                new ActorId(row.getString(of + "signer")),
                row.getString(of + "signer_name"),
                row.getString(of + "meaning"),
                row.getObject(of + "signed_at", OffsetDateTime.class).toInstant(),
                row.getString(of + "digest"));
    }
}
