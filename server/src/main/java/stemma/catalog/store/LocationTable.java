package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Location;
import stemma.identifiers.LocationCode;
import stemma.identifiers.SiteCode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Locations, in {@code catalog.location}. */
public final class LocationTable {
    private LocationTable() {}

    private static final String SELECT = """
            select location.normal, site.code as site, location.code, location.name,
                   location.standing, location.revision,
                   location.code || ' ' || location.name || ' ' || site.code as search
            from catalog.location join catalog.site on site.id = location.site
            """;

    private static final String WRITE = """
            insert into catalog.location (normal, site, code, name, standing)
            select row.normal, site.id, body->>'code', body->>'name', body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, parents text[], body jsonb)
            join catalog.site on site.normal = parents[1]
            on conflict (normal) do update
            set name = excluded.name, standing = excluded.standing
            """;

    public static MasterTable<Location> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                "location",
                SELECT,
                List.of(WRITE),
                (row, number) -> location(row),
                Set.of("code", "name", "site", "standing"));
    }

    /** Returns the locations that bear the code, whatever their site. */
    public static List<Location> named(JdbcClient jdbc, LocationCode code) {
        return jdbc.sql("select * from (" + SELECT + """
                ) m where upper(code) = upper(?) order by normal
                """)
                .param(code.code())
                .query((row, number) -> location(row))
                .list();
    }

    private static Location location(ResultSet row) throws SQLException {
        return new Location(
                SiteCode.of(row.getString("site")),
                LocationCode.of(row.getString("code")),
                row.getString("name"),
                Read.standing(row));
    }
}
