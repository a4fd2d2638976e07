package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Country;
import stemma.catalog.InitialStatus;
import stemma.catalog.LotsPerLine;
import stemma.catalog.Partner;
import stemma.catalog.PartnerPolicy;
import stemma.catalog.PartnerReach;
import stemma.catalog.PartnerRole;
import stemma.identifiers.Gln;
import stemma.identifiers.PartnerCode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Partners, in {@code catalog.partner}. */
public final class PartnerTable {
    private PartnerTable() {}

    private static final String SELECT = """
            select normal, code, name, country, roles, reach, gln,
                   minimum_remaining_days, lots_per_line, presumed_after_days, status_at_receipt,
                   standing, revision,
                   concat_ws(' ', code, name, array_to_string(roles, ' '), gln) as search
            from catalog.partner
            """;

    private static final String WRITE = """
            insert into catalog.partner
                (normal, code, name, country, roles, reach, gln, minimum_remaining_days,
                 lots_per_line, presumed_after_days, status_at_receipt, standing)
            select normal, body->>'code', body->>'name', body->>'country',
                   array(select jsonb_array_elements_text(body->'roles')), body->>'reach',
                   body->>'gln', (body->'policy'->>'minimumRemainingDays')::integer,
                   body->'policy'->>'lotsPerLine',
                   (body->'policy'->>'presumedAfterDays')::integer,
                   body->'policy'->>'statusAtReceipt', body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, body jsonb)
            on conflict (normal) do update
            set name = excluded.name, country = excluded.country,
                roles = excluded.roles, reach = excluded.reach, gln = excluded.gln,
                minimum_remaining_days = excluded.minimum_remaining_days,
                lots_per_line = excluded.lots_per_line,
                presumed_after_days = excluded.presumed_after_days,
                status_at_receipt = excluded.status_at_receipt,
                standing = excluded.standing
            """;

    public static MasterTable<Partner> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                "partner",
                SELECT,
                List.of(WRITE),
                (row, number) -> new Partner(
                        PartnerCode.of(row.getString("code")),
                        row.getString("name"),
                        Country.of(row.getString("country")),
                        roles(row),
                        Read.word(PartnerReach.class, row.getString("reach")),
                        Read.optional(row, "gln", Gln::of),
                        policy(row),
                        Read.standing(row)),
                Set.of("code", "name", "country", "roles", "reach", "standing"));
    }

    private static PartnerPolicy policy(ResultSet row) throws SQLException {
        return new PartnerPolicy(
                Read.optional(row, "minimum_remaining_days", Integer::valueOf),
                Read.word(LotsPerLine.class, row.getString("lots_per_line")),
                Read.optional(row, "presumed_after_days", Integer::valueOf),
                Read.optional(
                        row, "status_at_receipt", text -> Read.word(InitialStatus.class, text)));
    }

    private static Set<PartnerRole> roles(ResultSet row) throws SQLException {
        String[] words = (String[]) row.getArray("roles").getArray();
        return Arrays.stream(words)
                .map(word -> Read.word(PartnerRole.class, word))
                .collect(Collectors.toSet());
    }
}
