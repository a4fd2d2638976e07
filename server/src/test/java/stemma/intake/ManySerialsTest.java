package stemma.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Item;
import stemma.catalog.Tracking;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.inquiry.SoupWorld;
import stemma.journal.Author;
import stemma.journal.CanonicalJson;
import stemma.ledger.Answer;
import stemma.quantity.Unit;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Serials that are given to units are decided some at a time, and no request gives too many. */
class ManySerialsTest {
    private static final SoupWorld PLANT = new SoupWorld();
    private static final Author OTTO = new Author(ActorId.of("otto"), "s", "line 2");
    private static final Intake.Gate OPEN = (read, sent) -> read;

    @BeforeAll
    static void serialised() {
        var unused = PLANT.world
                .catalog()
                .define(
                        Item.of(new ItemCode("PUMP"), "Pump", Unit.EACH, Tracking.SERIAL),
                        OTTO,
                        "set-up");
    }

    @AfterAll
    static void close() {
        PLANT.close();
    }

    private static JsonNode made(EventId id, String block, int units) {
        return CanonicalJson.read("""
                {"event":"produced","id":"%1$s","evidence":"scanned","site":"HLF","run":"WO-%2$s",
                 "outputs":[{"units":%3$d,"quantity":"%3$d ea","to":"at:HLF/CHILL","passport":
                  {"item":"PUMP","number":"%2$s","serials":{"prefix":"%2$s-","first":1,"digits":7}}}]}
                """.formatted(id, block, units).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void more_than_a_server_bears_are_refused_by_themselves_and_nothing_is_recorded() {
        EventId many = PLANT.world.ids().next();
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> PLANT.world.intake().take(OTTO, made(many, "A", 1_000_001), OPEN));
        assertThat(refused.problem().code()).isEqualTo("serials_too_many");
        assertThat(refused.problem().status()).isEqualTo(422);
        assertThat(PLANT.world.ledger().event(many)).isEmpty();

        EventId few = PLANT.world.ids().next();
        List<Intake.Taken> taken = PLANT.world
                .intake()
                .bearing(2)
                .take(OTTO, List.of(made(many, "A", 3), made(few, "B", 2)), OPEN);
        assertThat(taken.getFirst()).isInstanceOf(Intake.Taken.Turned.class);
        assertThat(PLANT.world.ledger().event(many)).isEmpty();
        assertThat(PLANT.world.ledger().event(few)).isPresent();
    }

    @Test
    void a_request_of_many_is_decided_some_at_a_time() {
        assertThat(transactions(PLANT.world.intake().bearing(100), "C", "D", "E"))
                .isEqualTo(1);
        assertThat(transactions(PLANT.world.intake().bearing(4), "F", "G", "H")).isEqualTo(2);
        assertThat(transactions(PLANT.world.intake().bearing(2), "I", "J", "K")).isEqualTo(3);
    }

    /** Returns in how many transactions blocks of two units each were recorded. */
    private static int transactions(Intake intake, String... blocks) {
        List<EventId> ids = Stream.of(blocks).map(_ -> PLANT.world.ids().next()).toList();
        List<JsonNode> sent = Stream.iterate(0, i -> i < blocks.length, i -> i + 1)
                .map(i -> made(ids.get(i), blocks[i], 2))
                .toList();
        assertThat(intake.take(OTTO, sent, OPEN))
                .allSatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(
                                Intake.Taken.Answered.class,
                                answered -> assertThat(answered.answer())
                                        .isInstanceOf(Answer.Appended.class)));
        return JdbcClient.create(PLANT.database.owner())
                .sql("select count(distinct txid) from journal.entry where id = any(?)")
                .param(ids.stream().map(EventId::uuid).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }
}
