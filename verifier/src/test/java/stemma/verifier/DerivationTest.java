package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import static stemma.verifier.Story.A;
import static stemma.verifier.Story.OCCURRED;
import static stemma.verifier.Story.bread;
import static stemma.verifier.Story.consumed;
import static stemma.verifier.Story.corrected;
import static stemma.verifier.Story.id;
import static stemma.verifier.Story.received;

import org.junit.jupiter.api.Test;

/** What a server could record or state wrongly and seal rightly: each is found and named. */
class DerivationTest {

    @Test
    void a_ledger_that_is_in_order_holds() {
        assertThat(bread().report().faults()).isEmpty();
    }

    @Test
    void a_lot_that_is_used_before_it_is_born_is_named() {
        found(bread().event(5, consumed(5, id(9) + "/0", "1 kg")), Code.LOT_UNKNOWN, 4);
    }

    @Test
    void less_than_nothing_is_named_by_who_left_it() {
        found(
                bread().event(5, consumed(5, A + "/0", "7 kg"))
                        .event(6, consumed(6, A + "/0", "1 kg")),
                Code.LESS_THAN_NOTHING,
                4);
        found(bread().event(5, consumed(5, A + "/0", "7 kg")), Code.LESS_THAN_NOTHING, 4);
    }

    @Test
    void a_quantity_in_another_unit_of_measure_is_named() {
        found(bread().event(5, consumed(5, A + "/0", "1 lb")), Code.UNIT_OF_MEASURE_DIFFERS, 4);
    }

    @Test
    void a_number_or_an_id_that_stands_twice_is_named() {
        String body = "{\"claim\":\"intent\"," + received(5, "flour", "1 kg", 1) + "}";
        found(bread().entry(3, 5, body), Code.NUMBER_REPEATED, 4);
        found(bread().entry(5, 3, body), Code.ID_REPEATED, 4);
        found(bread().entry(5, 6, body), Code.EVENT_MALFORMED, 4);
    }

    @Test
    void a_container_that_is_stated_elsewhere_or_not_at_all_is_named_by_who_put_it() {
        assertThat(packed().report().faults()).isEmpty();
        found(packed().restate("container", "at:S/A", "at:S/B"), Code.CONTAINERS_DIFFER, 4);
        found(
                packed().restate("container", "C\tP\t\\N", "C\t\\N\tat:S/A"),
                Code.CONTAINERS_DIFFER,
                4);
        found(packed().restate("container", "\nC\tP\t\\N", ""), Code.CONTAINERS_DIFFER, 4);
        Story moved = packed().entry(
                        6,
                        6,
                        "{\"claim\":\"intent\",\"containers\":[\"P\"],\"event\":\"moved\","
                                + "\"evidence\":\"keyed\",\"id\":\"" + id(6) + "\"," + OCCURRED
                                + ",\"site\":\"S\",\"to\":\"at:S/B\"}");
        found(moved, Code.CONTAINERS_DIFFER, 5);
        assertThat(moved.restate("container", "at:S/A", "at:S/B").report().faults())
                .isEmpty();
    }

    @Test
    void a_container_that_stands_nowhere_is_believed_only_in_a_circle() {
        found(packed().restate("container", "at:S/A", "\\N"), Code.CONTAINERS_DIFFER, 4);
        Story circle = packed().entry(
                        6,
                        6,
                        "{\"claim\":\"report\",\"containers\":[\"P\"],\"event\":\"moved\","
                                + "\"evidence\":\"keyed\",\"id\":\"" + id(6) + "\"," + OCCURRED
                                + ",\"site\":\"S\",\"to\":\"container:C\"}")
                .restate("container", "P\t\\N\tat:S/A", "P\t\\N\t\\N");
        assertThat(circle.report().faults()).isEmpty();
    }

    @Test
    void a_hold_that_is_stated_lifted_otherwise_or_not_at_all_is_named() {
        assertThat(held().report().faults()).isEmpty();
        found(held().restate("hold", "\tf", "\tt"), Code.HOLDS_DIFFER, 4);
        found(held().restate("hold", "\"F\"", "\"G\""), Code.HOLDS_DIFFER, 4);
        found(held().restate("hold", "with_descendants", "alone"), Code.HOLDS_DIFFER, 4);
        found(unstated(), Code.HOLDS_DIFFER, 4);
        Story lifted = held().event(
                        6,
                        "\"event\":\"hold_lifted\",\"evidence\":\"keyed\",\"hold\":\"H-1\","
                                + "\"id\":\""
                                + id(6) + "\"," + OCCURRED + ",\"site\":\"S\"");
        found(lifted, Code.HOLDS_DIFFER, 4);
        assertThat(lifted.restate("hold", "\tf", "\tt").report().faults()).isEmpty();
        assertThat(lifted.entry(7, 7, corrected(7, 6))
                        .restate("hold", "\tt", "\tf")
                        .report()
                        .faults())
                .isEmpty();
    }

    @Test
    void a_catch_weight_that_does_not_follow_is_named_by_the_birth() {
        found(
                bread().restate("balance", "at:S/A\t6\t\\N", "at:S/A\t6\t5.9"),
                Code.STOCK_DIFFERS,
                0);
    }

    private static Story packed() {
        return bread().entry(
                        5,
                        5,
                        "{\"at\":\"at:S/A\",\"basis\":\"observed\",\"claim\":\"intent\","
                                + "\"container\":\"P\",\"containers\":[\"C\"],\"event\":\"packed\","
                                + "\"evidence\":\"keyed\",\"id\":\"" + id(5) + "\"," + OCCURRED
                                + ",\"site\":\"S\"}")
                .state("container", "P\t\\N\tat:S/A")
                .state("container", "C\tP\t\\N");
    }

    private static Story held() {
        return unstated()
                .state(
                        "hold",
                        "H-1\twith_descendants\t"
                                + "{\"item\":\"flour\",\"number\":\"F\",\"reach\":\"family\"}\tf");
    }

    private static Story unstated() {
        return bread().event(
                        5,
                        "\"descent\":\"with_descendants\",\"event\":\"held\","
                                + "\"evidence\":\"keyed\","
                                + "\"hold\":\"H-1\",\"id\":\"" + id(5) + "\"," + OCCURRED
                                + ",\"reach\":{\"item\":\"flour\",\"number\":\"F\","
                                + "\"reach\":\"family\"}"
                                + ",\"site\":\"S\"");
    }

    @Test
    void what_is_no_event_is_named() {
        found(
                bread().event(5, "\"event\":\"vanished\",\"id\":\"" + id(5) + "\"," + OCCURRED),
                Code.EVENT_UNKNOWN,
                4);
        found(bread().event(5, consumed(5, A + "/0", "-1 kg")), Code.EVENT_MALFORMED, 4);
        found(bread().event(5, received(5, "flour", "1 kg", 0)), Code.EVENT_MALFORMED, 4);
        found(bread().entry(5, 5, "{\"a\": 1}"), Code.EVENT_MALFORMED, 4);
        found(bread().event(5, received(5, "gold", "1 kg", 1)), Code.EVENT_MALFORMED, 4);
    }

    @Test
    void a_correction_of_nothing_and_a_second_one_are_named() {
        found(bread().entry(5, 5, corrected(5, 9)), Code.CORRECTION_WRONG, 4);
        found(
                bread().entry(5, 5, corrected(5, 2)).entry(6, 6, corrected(6, 2)),
                Code.CORRECTION_WRONG,
                5);
    }

    @Test
    void a_voided_event_moves_and_links_nothing_any_more() {
        assertThat(Story.voided().report().faults()).isEmpty();
    }

    @Test
    void what_follows_from_nothing_is_named() {
        String moved = "\"event\":\"moved\",\"evidence\":\"keyed\",\"follows\":\"" + id(9)
                + "\",\"id\":\"" + id(5) + "\"," + OCCURRED + ",\"site\":\"S\",\"to\":\"at:S/B\"";
        found(bread().event(5, moved), Code.FOLLOWS_NOTHING, 4);
    }

    @Test
    void units_taken_from_where_they_do_not_stand_are_named() {
        Story story = new Story()
                .event(1, received(1, "pump", "5 ea", 5))
                .event(2, consumed(2, A + "/1..2", "2 ea").replace("at:S/A", "at:S/B"));
        found(story, Code.UNIT_ELSEWHERE, 1);
    }

    @Test
    void units_are_held_against_the_ranges_that_are_stated() {
        assertThat(pumps("0\t0\tat:S/A", "1\t2\trun:R", "3\t4\tat:S/A").report().faults())
                .isEmpty();
        found(pumps("0\t1\tat:S/A", "2\t2\trun:R", "3\t4\tat:S/A"), Code.STOCK_DIFFERS, 0);
        found(pumps("0\t0\tat:S/A", "1\t2\trun:R", "3\t3\tat:S/A"), Code.STOCK_DIFFERS, 0);
    }

    @Test
    void what_is_stated_otherwise_than_it_follows_is_named_by_the_birth_of_its_lot() {
        found(bread().restate("lot", "bread", "brot"), Code.LOTS_DIFFER, 2);
        found(
                bread().state("lot", "3\t" + id(8) + "\t0\t0\tbread\tF\tea\tf"),
                Code.LOTS_DIFFER,
                -1);
        found(
                bread().restate("lot", "\n2\t" + id(3) + "\t0\t0\tbread\tF\tea\tf", ""),
                Code.LOTS_DIFFER,
                2);
        found(bread().restate("balance", "1\tat:S/A\t6", "1\tat:S/A\t5"), Code.STOCK_DIFFERS, 0);
        found(bread().restate("balance", "\n2\tat:S/A\t4\t\\N", ""), Code.STOCK_DIFFERS, 2);
        found(bread().state("balance", "2\tat:S/B\t1\t\\N"), Code.STOCK_DIFFERS, 2);
        found(bread().restate("link", "\nFED\tR\t1\t0\t0\t4\t1", ""), Code.LINKS_DIFFER, 0);
        found(bread().restate("link", "YIELDED\tR\t2", "YIELDED\tQ\t2"), Code.LINKS_DIFFER, 2);
        found(bread().state("into", "R\t1\t0\t0\t2\t0\t0"), Code.LINKS_DIFFER, 0);
        found(bread().state("flow", "fill\tT\t1\t0\t0\t4\t1\t0\t0"), Code.LINKS_DIFFER, 0);
        found(
                bread().state("flow", "empty\tT\t\\N\t\\N\t\\N\t\\N\t1\t0\t0"),
                Code.LINKS_DIFFER,
                -1);
        found(bread().restate("judgement", "released", "rejected"), Code.STATUS_DIFFERS, 0);
    }

    private static Story pumps(String... ranges) {
        Story story = new Story()
                .event(1, received(1, "pump", "5 ea", 5))
                .event(2, consumed(2, A + "/1..2", "2 ea"))
                .state("lot", "7\t" + A + "\t0\t4\tpump\tF\tea\tf")
                .state("link", "FED\tR\t7\t1\t2\t2\t1");
        for (String range : ranges) story.state("range", "7\t" + range);
        return story;
    }

    private static void found(Story story, Code code, long position) {
        assertThat(story.report().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.position()).isEqualTo(position);
        });
    }
}
