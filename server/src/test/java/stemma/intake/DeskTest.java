package stemma.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Caller;
import stemma.access.Role;
import stemma.identifiers.MalformedIdentifier;
import stemma.inquiry.SoupWorld;

import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class DeskTest {
    private static final SoupWorld PLANT = new SoupWorld();
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static Caller otto;

    private final Desk desk = new Desk(
            PLANT.world.intake(),
            new Signing(PLANT.world.signatures(), PLANT.world.ledger(), PLANT.world.walls()));

    @BeforeAll
    static void people() {
        PLANT.person("otto", Role.OPERATOR);
        otto = PLANT.world
                .access()
                .sessions()
                .signIn("otto", SoupWorld.PASSWORD, "t")
                .caller();
    }

    @AfterAll
    static void close() {
        PLANT.close();
    }

    @Test
    void what_is_given_in_is_recorded_once_however_often_the_form_is_sent() {
        Slip slip = Slip.blank(PLANT.world.ids());
        Desk.Outcome first = desk.give(otto, moved(slip, "10 kg"));
        Desk.Outcome again = desk.give(otto, moved(slip, "10 kg"));
        assertThat(first).isInstanceOf(Desk.Outcome.Recorded.class).isEqualTo(again);
    }

    @Test
    void what_stands_against_it_comes_back_and_may_then_be_stated() {
        Slip slip = Slip.blank(PLANT.world.ids());
        Desk.Outcome.Objected objected =
                (Desk.Outcome.Objected) desk.give(otto, moved(slip, "9000 kg"));
        Slip shown = slip.with(objected);
        assertThat(shown.objections()).extracting(Objection::code).containsExactly("not_enough");
        assertThat(shown.mayBeFact()).isTrue();
        assertThat(shown.needsSignature()).isFalse();
        Slip stated = shown.with("claim", "report").with("reason", "late_entry");
        assertThat(desk.give(otto, moved(stated, "9000 kg")))
                .isInstanceOf(Desk.Outcome.Recorded.class);
    }

    @Test
    void what_cannot_be_understood_can_be_no_fact() {
        Slip slip = Slip.blank(PLANT.world.ids());
        Desk.Outcome.Objected objected =
                (Desk.Outcome.Objected) desk.give(otto, moved(slip, "ten kg"));
        assertThat(slip.with(objected).mayBeFact()).isFalse();
        assertThat(slip.with(objected).wrong(element -> element.startsWith("lines")))
                .isEqualTo("\"ten\" is not a plain decimal number.");
    }

    @Test
    void a_form_keeps_its_words_and_never_a_password() {
        Slip slip = Slip.sent(Map.of(
                "event", List.of(PLANT.world.ids().next().toString()),
                "lot", List.of(" C-7741 ", "P-1"),
                "password", List.of("secret"),
                "_csrf", List.of("token")));
        assertThat(slip.all("lot")).containsExactly("C-7741", "P-1");
        assertThat(slip.word("lot", 2)).isEmpty();
        assertThat(slip.words()).containsOnlyKeys("event", "lot");
    }

    @Test
    void the_clock_on_the_wall_is_read_in_the_zone_of_the_site() {
        Slip slip = Slip.blank(PLANT.world.ids()).with("when", "2026-05-04T07:30");
        assertThat(slip.draft("moved", AMSTERDAM, "").path("occurredAt").asString(""))
                .isEqualTo("2026-05-04T07:30+02:00");
        Slip unread = slip.with("when", "half past");
        assertThat(unread.draft("moved", AMSTERDAM, "").path("occurredAt").asString(""))
                .isEqualTo("half past");
    }

    @Test
    void a_form_without_an_id_is_refused() {
        assertThatThrownBy(() -> Slip.sent(Map.of("lot", List.of("C-7741"))))
                .isInstanceOf(MalformedIdentifier.class);
    }

    private static ObjectNode moved(Slip slip, String quantity) {
        ObjectNode draft = slip.draft("moved", AMSTERDAM, "");
        draft.put("to", "at:HLF/CHILL");
        draft.putArray("lines")
                .addObject()
                .put("lot", "C-7741")
                .put("quantity", quantity)
                .put("from", "at:HLF/DOCK");
        return draft;
    }
}
