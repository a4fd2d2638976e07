package stemma.catalog;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.store.ConversionTable;
import stemma.catalog.store.MasterTable;
import stemma.catalog.store.Tables;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The masters of one firm, read and defined set-wise. Every read finds a code in any spelling of its
 * normal form, retired masters included; a batch of a thousand events asks once per kind.
 */
public final class Catalog {
    private final JdbcClient jdbc;
    private final Tables tables;

    public Catalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = new Tables(jdbc);
    }

    /** Returns those of the items that exist, by the codes as asked. */
    public Map<ItemCode, Item> items(Collection<ItemCode> codes) {
        return found(tables.items(), codes, Item::key);
    }

    /** Returns those of the sites that exist, by the codes as asked. */
    public Map<SiteCode, Site> sites(Collection<SiteCode> codes) {
        return found(tables.sites(), codes, Site::key);
    }

    /** Returns those of the partners that exist, by the codes as asked. */
    public Map<PartnerCode, Partner> partners(Collection<PartnerCode> codes) {
        return found(tables.partners(), codes, Partner::key);
    }

    /** Returns those of the resources that exist, by the codes as asked. */
    public Map<ResourceCode, Resource> resources(Collection<ResourceCode> codes) {
        return found(tables.resources(), codes, Resource::key);
    }

    /** Returns those of the masters that exist, of any kinds together: one query per kind asked for. */
    public Masters masters(Collection<MasterKey> keys) {
        Map<MasterKind, List<String>> byKind = new TreeMap<>();
        for (MasterKey key : keys) {
            byKind.computeIfAbsent(key.kind(), kind -> new ArrayList<>()).add(key.normal());
        }
        Map<MasterKey, Master> found = new HashMap<>();
        byKind.forEach((kind, normals) -> tables.of(kind)
                .find(normals)
                .forEach(revised -> found.put(revised.master().key(), revised.master())));
        return new Masters(found);
    }

    /** Returns the conversions in use that hold for these items. */
    public Conversions conversions(Collection<ItemCode> items) {
        return new Conversions(ConversionTable.inUse(
                jdbc, items.stream().map(item -> Item.key(item).normal()).toList()));
    }

    /** Returns one page of the masters of a kind. */
    public MasterPage<? extends Master> page(MasterKind kind, MasterQuery query) {
        return tables.of(kind).page(query);
    }

    private static <C, M extends Master> Map<C, M> found(
            MasterTable<M> table, Collection<C> codes, Function<C, MasterKey> key) {
        Map<MasterKey, M> byKey = new HashMap<>();
        table.find(codes.stream().map(code -> key.apply(code).normal()).toList())
                .forEach(revised -> byKey.put(revised.master().key(), revised.master()));
        Map<C, M> found = new HashMap<>();
        for (C code : codes) {
            M master = byKey.get(key.apply(code));
            if (master != null) found.put(code, master);
        }
        return found;
    }
}
