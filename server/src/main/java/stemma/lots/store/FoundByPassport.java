package stemma.lots.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotNumber;
import stemma.journal.Finding;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.PassportJson;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * That a lot is found by what its passport says, the number, the numbers of others and the last
 * day: these stand in columns of their own, and a lot whose column is changed is missed by a recall
 * or used past its day while its card looks as it should.
 */
final class FoundByPassport {
    private final JdbcClient database;

    FoundByPassport(JdbcClient database) {
        this.database = database;
    }

    /** Looks at the lots with keys above the first and up to the second. */
    void look(long from, long to, Consumer<Finding> findings) {
        database.sql("""
            select l.birth || '/' || l.first_ordinal as lot, l.passport, l.number_normal,
                l.expiry::text as expiry,
                array(select e.issuer || ' ' || e.text_normal from lots.external e
                      where e.lot = l.key)::text[] as externals
            from lots.lot l where l.key > ? and l.key <= ? and l.voided_by is null
            order by l.key
            """).params(from, to).query(row -> {
            if (isFoundByIt(row)) return;
            findings.accept(Finding.of(
                    "lot_found_otherwise",
                    "lot " + row.getString("lot") + " is looked up by another number or last day"
                            + " than its passport says"));
        });
    }

    private static boolean isFoundByIt(ResultSet row) throws SQLException {
        try {
            Passport passport = PassportJson.read(row.getString("passport"));
            Object externals = row.getArray("externals").getArray();
            return passport.number().normal().equals(row.getString("number_normal"))
                    && Objects.equals(lastDay(passport), row.getString("expiry"))
                    && externalsOf(passport).equals(new TreeSet<>(List.of((String[]) externals)));
        } catch (MalformedEvent _) {
            return false; // Told like any other, so that the lots after it are looked at.
        }
    }

    private static @Nullable String lastDay(Passport passport) {
        PassportDate expiry = passport.expiry();
        return expiry == null ? null : expiry.lastDay().toString();
    }

    private static TreeSet<String> externalsOf(Passport passport) {
        TreeSet<String> externals = new TreeSet<>();
        passport.externalLots()
                .forEach(one ->
                        externals.add(one.issuer().code() + " " + LotNumber.normal(one.text())));
        return externals;
    }
}
