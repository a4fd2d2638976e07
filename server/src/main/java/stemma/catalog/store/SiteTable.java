package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Country;
import stemma.catalog.Site;
import stemma.catalog.SsccPrefix;
import stemma.identifiers.Gln;
import stemma.identifiers.SiteCode;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Sites, in {@code catalog.site}. */
public final class SiteTable {
    private SiteTable() {}

    private static final String SELECT = """
            select normal, code, name, address, country, zone, gln, sscc_prefix, standing, revision,
                   code || ' ' || name as search
            from catalog.site
            """;

    private static final String WRITE = """
            insert into catalog.site (normal, code, name, address, country, zone, gln, sscc_prefix,
                standing)
            select normal, body->>'code', body->>'name', body->>'address', body->>'country',
                   body->>'zone',
                   body->>'gln', body->>'ssccPrefix', body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, body jsonb)
            on conflict (normal) do update
            set name = excluded.name, address = excluded.address, country = excluded.country,
                zone = excluded.zone, gln = excluded.gln, sscc_prefix = excluded.sscc_prefix,
                standing = excluded.standing
            """;

    public static MasterTable<Site> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                "site",
                SELECT,
                List.of(WRITE),
                (row, number) -> new Site(
                        SiteCode.of(row.getString("code")),
                        row.getString("name"),
                        row.getString("address"),
                        Country.of(row.getString("country")),
                        ZoneId.of(row.getString("zone")),
                        Read.optional(row, "gln", Gln::of),
                        Read.optional(row, "sscc_prefix", SsccPrefix::of),
                        Read.standing(row)),
                Set.of("code", "name", "country", "zone", "standing"));
    }
}
