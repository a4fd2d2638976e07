package stemma.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.AuditEntry.Changed;
import stemma.audit.AuditEntry.Refused;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventIds;
import stemma.journal.Author;
import stemma.journal.Entry;
import stemma.journal.Journal;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

class AuditTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Author QUINN = new Author(ActorId.of("quinn"), "s-1", "lab");
    private static final Author DANA = new Author(ActorId.of("dana"), "s-2", "dock");

    private final Database database = TestDatabases.fresh();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final Journal journal = new Journal(database.app(), () -> now);
    private final Audit audit =
            new Audit(journal, new EventIds(InstantSource.system(), RandomGenerator.getDefault()));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database.app()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_change_shows_before_and_after_and_why() {
        JsonNode before = NODES.objectNode().put("shelfLifeDays", 30);
        JsonNode after = NODES.objectNode().put("shelfLifeDays", 21);
        Entry entry = change(QUINN, "ITEM-1", before, after, "stability study 7");
        Changed line = (Changed) audit.trail(TrailQuery.all()).entries().getFirst();
        assertThat(line)
                .isEqualTo(new Changed(
                        entry.seq(),
                        now,
                        QUINN,
                        "item_changed",
                        "ITEM-1",
                        before,
                        after,
                        "stability study 7"));
    }

    @Test
    void a_change_rolled_back_leaves_no_line_and_a_line_needs_a_transaction() {
        transaction.executeWithoutResult(status -> {
            audit.record(QUINN, "item_changed", "ITEM-1", null, NODES.objectNode(), null);
            status.setRollbackOnly();
        });
        assertThat(audit.trail(TrailQuery.all()).entries()).isEmpty();
        assertThatThrownBy(() -> audit.record(QUINN, "item_changed", "ITEM-1", null, null, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_refused_attempt_is_kept_whatever_it_was() {
        List<JsonNode> attempts = List.of(
                NODES.objectNode().put("kg", "5"),
                NODES.objectNode().put("kg", 0.1),
                NODES.stringNode("half a pair \ud800"),
                NODES.stringNode("long ".repeat(100_000)));
        for (JsonNode attempt : attempts) audit.refused(DANA, "event 7", "lot_is_held", attempt);
        audit.refused(DANA, "event 7", "json_malformed", "{\u0000");
        List<AuditEntry> lines = audit.trail(TrailQuery.all()).entries();
        assertThat(lines)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.author()).isEqualTo(DANA));
        assertThat(((Refused) lines.get(4)).attempt()).isEqualTo(attempts.getFirst());
        assertThat(((Refused) lines.get(3)).attempt()).isEqualTo(NODES.stringNode("{\"kg\":0.1}"));
        assertThat(((Refused) lines.get(1)).attempt().path("bytes").longValue()).isEqualTo(500_002);
        assertThat(((Refused) lines.get(0)).code()).isEqualTo("json_malformed");
    }

    @Test
    void the_trail_is_asked_by_subject_actor_action_time_and_page() {
        for (int i = 0; i < 7; i++) {
            now = now.plusSeconds(60);
            change(i % 2 == 0 ? QUINN : DANA, "ITEM-" + i % 3, null, NODES.objectNode(), null);
        }
        audit.refused(DANA, "event 7", "lot_is_held", NODES.objectNode());
        Instant start = Instant.parse("2026-03-02T12:00:00Z");
        assertThat(lines(TrailQuery.all())).hasSize(8);
        assertThat(lines(TrailQuery.all().of("ITEM-0"))).hasSize(3);
        assertThat(lines(TrailQuery.all().by(DANA.actor()))).hasSize(4);
        assertThat(lines(TrailQuery.all().doing("refused"))).hasSize(1);
        assertThat(lines(TrailQuery.all().between(start.plusSeconds(120), start.plusSeconds(240))))
                .hasSize(2);
        assertThat(lines(TrailQuery.all().refusals(TrailQuery.Refusals.ONLY))).hasSize(1);
        assertThat(lines(TrailQuery.all().refusals(TrailQuery.Refusals.WITHOUT)))
                .hasSize(7);
        assertThat(lines(TrailQuery.all().limit(3)))
                .hasSize(8)
                .isSortedAccordingTo((one, other) -> Long.compare(other.seq(), one.seq()));
    }

    @Test
    void lines_are_sealed_in_the_journal() {
        Entry entry = change(QUINN, "ITEM-1", null, NODES.objectNode(), null);
        SealingKey key = SealingKey.fresh("test");
        new Sealer(database.sealer(), () -> now, key, Optional.empty()).seal();
        assertThat(journal.prove(entry.id()).orElseThrow().holds(key.verifying()))
                .isTrue();
    }

    @Test
    void the_application_can_neither_change_nor_empty_the_trail() {
        change(QUINN, "ITEM-1", null, NODES.objectNode(), null);
        for (String sql : List.of(
                "UPDATE audit.trail SET actor = 'x'",
                "DELETE FROM audit.trail",
                "TRUNCATE audit.trail",
                "DROP TABLE audit.trail"))
            assertThatThrownBy(() -> JdbcClient.create(database.app()).sql(sql).update())
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    private Entry change(
            Author author, String subject, JsonNode before, JsonNode after, String why) {
        return transaction.execute(
                status -> audit.record(author, "item_changed", subject, before, after, why));
    }

    private List<AuditEntry> lines(TrailQuery query) {
        List<AuditEntry> lines = new ArrayList<>();
        Optional<Long> next = Optional.empty();
        do {
            TrailPage page = audit.trail(next.map(query::after).orElse(query));
            lines.addAll(page.entries());
            next = page.next();
        } while (next.isPresent());
        return lines;
    }
}
