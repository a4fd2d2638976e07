package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;

import java.util.List;
import java.util.Set;

/** Resources, in {@code catalog.resource}. */
public final class ResourceTable {
    private ResourceTable() {}

    private static final String SELECT = """
            select resource.normal, resource.code, resource.name, kind, site.code as site,
                   resource.standing, resource.revision,
                   concat_ws(' ', resource.code, resource.name, kind, site.code) as search
            from catalog.resource join catalog.site on site.id = resource.site
            """;

    private static final String WRITE = """
            insert into catalog.resource (normal, code, name, kind, site, standing)
            select row.normal, body->>'code', body->>'name', body->>'kind', site.id,
                   body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, parents text[], body jsonb)
            join catalog.site on site.normal = parents[1]
            on conflict (normal) do update
            set name = excluded.name, kind = excluded.kind,
                site = excluded.site, standing = excluded.standing
            """;

    public static MasterTable<Resource> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                "resource",
                SELECT,
                List.of(WRITE),
                (row, number) -> new Resource(
                        ResourceCode.of(row.getString("code")),
                        row.getString("name"),
                        Read.word(ResourceKind.class, row.getString("kind")),
                        SiteCode.of(row.getString("site")),
                        Read.standing(row)),
                Set.of("code", "name", "kind", "site", "standing"));
    }
}
