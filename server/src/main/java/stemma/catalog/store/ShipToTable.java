package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Country;
import stemma.catalog.ShipTo;
import stemma.identifiers.Gln;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;

import java.util.List;
import java.util.Set;

/** Ship-tos of partners, in {@code catalog.ship_to}. */
public final class ShipToTable {
    private ShipToTable() {}

    private static final String SELECT = """
            select ship_to.normal, partner.code as partner, ship_to.code, ship_to.name, address,
                   ship_to.country, ship_to.gln, ship_to.standing, ship_to.revision,
                   concat_ws(' ', partner.code, ship_to.code, ship_to.name, address,
                             ship_to.gln) as search
            from catalog.ship_to join catalog.partner on partner.id = ship_to.partner
            """;

    private static final String WRITE = """
            insert into catalog.ship_to
                (normal, partner, code, name, address, country, gln, standing)
            select row.normal, partner.id, body->>'code', body->>'name', body->>'address',
                   body->>'country', body->>'gln', body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, parents text[], body jsonb)
            join catalog.partner on partner.normal = parents[1]
            on conflict (normal) do update
            set name = excluded.name, address = excluded.address,
                country = excluded.country, gln = excluded.gln, standing = excluded.standing
            """;

    public static MasterTable<ShipTo> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                "ship_to",
                SELECT,
                List.of(WRITE),
                (row, number) -> new ShipTo(
                        PartnerCode.of(row.getString("partner")),
                        ShipToCode.of(row.getString("code")),
                        row.getString("name"),
                        row.getString("address"),
                        Country.of(row.getString("country")),
                        Read.optional(row, "gln", Gln::of),
                        Read.standing(row)),
                Set.of("partner", "code", "name", "country", "standing"));
    }
}
