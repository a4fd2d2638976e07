package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Country;
import stemma.catalog.Partner;
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
            select normal, code, name, country, roles, reach, gln, standing, revision,
                   concat_ws(' ', code, name, array_to_string(roles, ' '), gln) as search
            from catalog.partner
            """;

    private static final String WRITE = """
            insert into catalog.partner (normal, code, name, country, roles, reach, gln, standing)
            select normal, body->>'code', body->>'name', body->>'country',
                   array(select jsonb_array_elements_text(body->'roles')), body->>'reach',
                   body->>'gln', body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, body jsonb)
            on conflict (normal) do update
            set name = excluded.name, country = excluded.country,
                roles = excluded.roles, reach = excluded.reach, gln = excluded.gln,
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
                        Read.standing(row)),
                Set.of("code", "name", "country", "roles", "reach", "standing"));
    }

    private static Set<PartnerRole> roles(ResultSet row) throws SQLException {
        String[] words = (String[]) row.getArray("roles").getArray();
        return Arrays.stream(words)
                .map(word -> Read.word(PartnerRole.class, word))
                .collect(Collectors.toSet());
    }
}
