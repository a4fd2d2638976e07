package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.documents.DocumentKind;
import stemma.documents.Documents;
import stemma.identifiers.LotNumber;
import stemma.ledger.Appended;
import stemma.ledger.Event;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The documents are what the events say, however they came to be written. */
class DocumentsTest {
    private static final int SEEDS = Integer.getInteger("stemma.seeds", 30);
    private static final int LENGTH = 40;
    private static final List<String> TABLES =
            List.of("documents.entry", "documents.came_back", "documents.document");
    private static final PlantWorld WORLD = new PlantWorld();
    private static final List<Recorded> RECORDED = new ArrayList<>();

    @BeforeAll
    static void happens() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Plan plan = Plan.of(seed, 5_000_000_000L + 2L * seed, LENGTH, Plant.Claims.MIXED);
            RECORDED.addAll(WORLD.happen(plan));
        }
        assertThat(RECORDED).anyMatch(recorded -> recorded.undone() != null);
        assertThat(RECORDED).anyMatch(recorded -> recorded.effect() == null);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void the_documents_are_the_naive_replay() {
        Map<String, Instant> replayed = replay(DocumentsTest::told);
        replay(DocumentsTest::arrived).forEach(replayed::putIfAbsent);
        assertThat(heads()).isEqualTo(replayed);
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(replayed.keySet()).anyMatch(key -> key.startsWith(kind.word() + " "));
        }
    }

    @Test
    void the_tables_are_the_same_when_filled_anew_from_the_ledger() {
        Map<String, List<String>> before = portrait();
        assertThat(before)
                .hasSize(TABLES.size())
                .allSatisfy((_, rows) -> assertThat(rows).isNotEmpty());
        List<Recorded> read =
                WORLD.ledger.events(RECORDED.stream().map(Recorded::seq).toList());
        Projection documents = Documents.projection(WORLD.app, WORLD.lots);
        for (int batch : new int[] {7, 2_000}) {
            owner().sql("truncate " + String.join(", ", TABLES)).update();
            for (int from = 0; from < read.size(); from += batch) {
                List<Recorded> part = read.subList(from, Math.min(read.size(), from + batch));
                documents.project(new Appended(part));
            }
            assertThat(portrait()).as("in batches of " + batch).isEqualTo(before);
        }
    }

    private static Map<String, List<String>> portrait() {
        Map<String, List<String>> portrait = new TreeMap<>();
        for (String table : TABLES) {
            portrait.put(
                    table,
                    owner().sql("select to_jsonb(t)::text from " + table + " t order by 1")
                            .query((row, _) -> row.getString(1))
                            .list());
        }
        return portrait;
    }

    private static JdbcClient owner() {
        return JdbcClient.create(WORLD.database.owner());
    }

    private static Map<String, Instant> heads() {
        Map<String, Instant> heads = new TreeMap<>();
        owner().sql("select kind || ' ' || code_normal || ' ' || apart as key, occurred_from"
                        + " from documents.document")
                .query((row, _) -> heads.put(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        return heads;
    }

    private static List<Event> standing() {
        Map<Long, Event> standing = new TreeMap<>();
        for (Recorded recorded : RECORDED) {
            if (recorded.undone() != null) standing.remove(recorded.undone().seq());
            if (recorded.effect() != null) standing.put(recorded.seq(), recorded.effect());
        }
        return List.copyOf(standing.values());
    }

    private static Map<String, Instant> replay(Function<Event, String> name) {
        Map<String, Instant> heads = new TreeMap<>();
        for (Event event : standing()) {
            String named = name.apply(event);
            if (!named.isEmpty()) heads.merge(named, began(event), DocumentsTest::earlier);
        }
        return heads;
    }

    private static Instant began(Event event) {
        return event.circumstances().occurredAt().from();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String told(Event event) {
        return switch (event) {
            case Event.Received e -> "receipt " + normal(e.receipt()) + " " + normal(e.supplier());
            case Event.Opened e -> "opening " + normal(e.id()) + " ";
            case Event.ReturnedToSupplier e ->
                "return_to_supplier " + normal(e.document()) + " " + normal(e.supplier());
            case Event.OfRun e -> "run " + normal(e.run().id()) + " " + e.run().id();
            case Event.Shipped e ->
                "shipment " + normal(e.shipment()) + " " + normal(e.consignee());
            case Event.Returned e -> "return " + normal(e.document()) + " " + normal(e.customer());
            default -> "";
        };
    }

    /** A shipment's day is that of its leaving; an arrival alone has only its own. */
    private static String arrived(Event event) {
        return event instanceof Event.Delivered e
                ? "shipment " + normal(e.shipment()) + " " + normal(e.consignee())
                : "";
    }

    private static String normal(Object code) {
        return LotNumber.normal(code.toString());
    }
}
