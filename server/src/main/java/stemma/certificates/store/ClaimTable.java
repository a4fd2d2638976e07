package stemma.certificates.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.certificates.CertifiedValue;
import stemma.certificates.Claim;
import stemma.certificates.Verification;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the lines of papers, and reads what was found out about them. */
final class ClaimTable {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    ClaimTable(JdbcClient database) {
        this.database = database;
    }

    void replace(EventId certificate, List<Claim> claims) {
        database.sql("delete from certificates.claim where certificate = ?::uuid")
                .param(certificate.toString())
                .update();
        add(certificate, claims);
    }

    void add(EventId certificate, List<Claim> claims) {
        int line = 0;
        for (Claim claim : claims) {
            Quantity quantity = claim.quantity();
            database.sql("""
                    insert into certificates.claim (certificate, line, by, text, text_normal, item,
                        issuer, issuer_normal, amount, unit, stated)
                    values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                    """)
                    .params(Arrays.asList(
                            certificate.toString(),
                            ++line,
                            claim.by().name(),
                            claim.text(),
                            LotNumber.normal(claim.text()),
                            claim.item() == null ? null : claim.item().code(),
                            claim.issuer().code(),
                            LotNumber.normal(claim.issuer().code()),
                            quantity == null ? null : quantity.amount(),
                            quantity == null ? null : quantity.unit().code(),
                            json(claim.values())))
                    .update();
        }
    }

    private static String json(List<CertifiedValue> values) {
        ArrayNode all = JSON.createArrayNode();
        values.forEach(value -> all.addObject()
                .put("property", value.property())
                .put("value", value.value())
                .put("unit", value.unit()));
        return JSON.writeValueAsString(all);
    }

    Map<EventId, List<Claim>> of(String[] certificates) {
        Map<EventId, List<Claim>> claims = new HashMap<>();
        database.sql("""
                select certificate, by, text, item, issuer, amount, unit, stated::text as stated
                from certificates.claim where certificate = any(?::uuid[])
                order by certificate, line
                """).param(certificates).query(row -> {
            claims.computeIfAbsent(certificate(row), _ -> new ArrayList<>()).add(claim(row));
        });
        return claims;
    }

    private static Claim claim(ResultSet row) throws SQLException {
        String item = row.getString("item");
        BigDecimal amount = row.getBigDecimal("amount");
        List<CertifiedValue> values = new ArrayList<>();
        for (JsonNode value : JSON.readTree(row.getString("stated")))
            values.add(new CertifiedValue(
                    value.path("property").asString(""),
                    value.path("value").asString(""),
                    value.path("unit").asString("")));
        return new Claim(
                Claim.By.valueOf(row.getString("by")),
                row.getString("text"),
                item == null ? null : new ItemCode(item),
                new PartnerCode(row.getString("issuer")),
                amount == null ? null : new Quantity(amount, new Unit(row.getString("unit"))),
                values);
    }

    Map<EventId, List<Verification>> verifications(String[] certificates) {
        Map<EventId, List<Verification>> found = new HashMap<>();
        database.sql("""
                select * from certificates.verification where certificate = any(?::uuid[])
                order by id
                """).param(certificates).query(row -> {
            found.computeIfAbsent(certificate(row), _ -> new ArrayList<>())
                    .add(new Verification(
                            Verification.Outcome.valueOf(row.getString("outcome")),
                            row.getString("how"),
                            new ActorId(row.getString("actor")),
                            row.getObject("at", OffsetDateTime.class).toInstant()));
        });
        return found;
    }

    private static EventId certificate(ResultSet row) throws SQLException {
        return new EventId(row.getObject("certificate", UUID.class));
    }
}
