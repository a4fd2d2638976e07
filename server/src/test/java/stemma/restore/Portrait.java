package stemma.restore;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Database;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a ledger's tables say, row by row as text, without the keys that a database gives
 * for its own use: two ledgers with one portrait are the same.
 */
public final class Portrait {
    private static final String LOT =
            "(select l.birth || '/' || l.first_ordinal from lots.lot l" + " where l.key = t.lot)";
    private static final String RUN = "(select r.id from genealogy.run r where r.key = t.run)";
    private static final String PLAIN = "to_jsonb(t)::text";

    private static final Map<String, String> ROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("journal.entry", "(to_jsonb(t) - 'txid')::text"),
            Map.entry("journal.entry_key", PLAIN),
            Map.entry("journal.leaf", PLAIN),
            Map.entry("journal.tile", PLAIN),
            Map.entry("journal.checkpoint", PLAIN),
            Map.entry("audit.trail", PLAIN),
            Map.entry("access.person", PLAIN),
            Map.entry("access.person_name", PLAIN),
            Map.entry("access.assignment", PLAIN),
            Map.entry("access.seat", PLAIN),
            Map.entry("signatures.signature", PLAIN),
            Map.entry("printing.printed", PLAIN),
            Map.entry("upkeep.entry", PLAIN),
            Map.entry("upkeep.requirement", PLAIN),
            Map.entry("upkeep.touch", PLAIN),
            Map.entry("nonconformance.case_file", PLAIN),
            Map.entry("nonconformance.entry", PLAIN),
            Map.entry("nonconformance.subject", PLAIN),
            Map.entry("nonconformance.complainant", PLAIN),
            Map.entry("certificates.certificate", PLAIN),
            Map.entry("certificates.claim", PLAIN),
            Map.entry("certificates.verification", PLAIN),
            Map.entry("certificates.issued", PLAIN),
            Map.entry("certificates.withdrawal", PLAIN),
            Map.entry("catalog.site", PLAIN),
            Map.entry("catalog.location", PLAIN),
            Map.entry("catalog.item", PLAIN),
            Map.entry("catalog.conversion", PLAIN),
            Map.entry("catalog.partner", PLAIN),
            Map.entry("catalog.ship_to", PLAIN),
            Map.entry("catalog.resource", PLAIN),
            Map.entry("catalog.recipe", PLAIN),
            Map.entry("catalog.recipe_line", PLAIN),
            Map.entry("catalog.purchase_order", PLAIN),
            Map.entry("catalog.purchase_order_line", PLAIN),
            Map.entry("catalog.work_order", PLAIN),
            Map.entry("catalog.sales_order", PLAIN),
            Map.entry("catalog.sales_order_line", PLAIN),
            Map.entry("catalog.number_series", PLAIN),
            Map.entry("ledger.event", PLAIN),
            Map.entry("ledger.touch", PLAIN),
            Map.entry("ledger.document", PLAIN),
            Map.entry("ledger.correction", PLAIN),
            Map.entry("ledger.spelling", PLAIN),
            Map.entry("lots.lot", "(to_jsonb(t) - 'key')::text"),
            Map.entry("lots.external", ofLot()),
            Map.entry("lots.serial", ofLot()),
            Map.entry("lots.passport_change", ofLot()),
            Map.entry("lots.judgement", ofLot()),
            Map.entry("stock.movement", ofLot()),
            Map.entry("stock.balance", ofLot()),
            Map.entry("stock.unit_range", ofLot()),
            Map.entry("stock.container", PLAIN),
            Map.entry("stock.container_step", PLAIN),
            Map.entry("stock.shipment", PLAIN),
            // How far a hold had reached when it was lifted binds nobody; a rebuild marks for the
            // holds that live at its end.
            Map.entry(
                    "stock.hold",
                    "(case when t.lifted_seq is null then to_jsonb(t)"
                            + " else to_jsonb(t) - 'spread' end)::text"),
            Map.entry("stock.mark", ofLiveHold()),
            Map.entry("genealogy.run", "(to_jsonb(t) - 'key')::text"),
            Map.entry("genealogy.run_stated", ofRun()),
            Map.entry("genealogy.fed", ofBoth()),
            Map.entry("genealogy.fed_into", ofInput()),
            Map.entry("genealogy.yielded", ofBoth()),
            Map.entry(
                    "genealogy.vessel_flow",
                    "coalesce(" + LOT + ", '')" + " || (to_jsonb(t) - 'lot')::text"),
            Map.entry("genealogy.use", ofBoth()),
            Map.entry("genealogy.review", ofLot()),
            Map.entry("receiving.received", PLAIN),
            Map.entry("receiving.supplier_document", PLAIN),
            Map.entry("stock.reservation", ofLot()),
            Map.entry("production.resource_entry", PLAIN),
            Map.entry("production.step_record", PLAIN),
            Map.entry("shipping.sent", PLAIN),
            Map.entry("warehouse.count", PLAIN),
            Map.entry("warehouse.count_line", PLAIN),
            Map.entry("quality.specification", PLAIN),
            Map.entry("quality.inspection", PLAIN),
            Map.entry("quality.inspection_lot", PLAIN),
            Map.entry("quality.result", PLAIN),
            Map.entry("quality.retention", PLAIN),
            Map.entry("quality.judged", PLAIN),
            Map.entry("documents.entry", PLAIN),
            Map.entry("documents.came_back", PLAIN),
            Map.entry("documents.document", PLAIN)));

    private Portrait() {}

    public static Map<String, List<String>> of(Database database) {
        return of(database, ROWS.keySet());
    }

    /** Returns what some of the tables say. */
    public static Map<String, List<String>> of(Database database, Collection<String> tables) {
        JdbcClient owner = JdbcClient.create(database.owner());
        Map<String, List<String>> portrait = new TreeMap<>();
        for (String table : tables)
            portrait.put(
                    table,
                    owner.sql("select row from (select " + ROWS.get(table) + " as row from " + table
                                    + " t) said where row is not null order by 1")
                            .query(String.class)
                            .list());
        return portrait;
    }

    /** Returns the tables that are computed from the record alone. */
    public static List<String> computed() {
        return ROWS.keySet().stream()
                .filter(t -> t.matches("(ledger|lots|stock|genealogy|documents)\\..*")
                        || List.of(
                                        "receiving.received",
                                        "production.resource_entry",
                                        "shipping.sent")
                                .contains(t))
                .toList();
    }

    /** Returns the tables of all rooms that hold what is recorded, to be held against the list. */
    static List<String> tables(Database database) {
        return JdbcClient.create(database.owner()).sql("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema', 'house')
                        order by 1
                        """).query(String.class).list();
    }

    static List<String> known() {
        return List.copyOf(ROWS.keySet());
    }

    private static String ofLot() {
        return LOT + " || (to_jsonb(t) - 'lot')::text";
    }

    private static String ofLiveHold() {
        return "(select " + ofLot() + " from stock.hold h"
                + " where h.code = t.hold and h.lifted_seq is null)";
    }

    private static String ofRun() {
        return RUN + " || (to_jsonb(t) - 'run')::text";
    }

    private static String ofInput() {
        return "(select (to_jsonb(f) - 'key' - 'run' - 'lot')::text from genealogy.fed f"
                + " where f.key = t.fed) || " + LOT + " || (to_jsonb(t) - 'lot' - 'fed')::text";
    }

    private static String ofBoth() {
        return "coalesce(" + LOT + ", '') || coalesce(" + RUN
                + ", '') || (to_jsonb(t) - 'lot' - 'run' - 'key')::text";
    }
}
