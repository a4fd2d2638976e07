package stemma.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.genealogy.Direction;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ShipmentCode;
import stemma.intake.Sight;
import stemma.ledger.Evidence;
import stemma.quantity.Quantity;
import stemma.shell.Refused;

import java.util.Optional;

class InquiryTest {
    private static final SoupWorld WORLD = new SoupWorld();
    private static final Inquiry INQUIRY = WORLD.inquiry;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void a_number_with_one_meaning_is_found_in_any_spelling() {
        assertThat(found("C-7741")).isEqualTo("/lots/CARROT/C-7741");
        assertThat(found(" \"lot: c-7741\" ")).isEqualTo("/lots/CARROT/C-7741");
        assertThat(found("(01)04012345678901(10)C-7741")).isEqualTo("/lots/CARROT/C-7741");
        assertThat(found("G/2026-118")).isEqualTo("/lots/CARROT/C-7741");
        assertThat(found("SH-1")).isEqualTo("/shipments/SH-1");
        assertThat(found("WO-55")).isEqualTo("/runs/WO-55");
        assertThat(found("R-118")).isEqualTo("/receipts/R-118");
        assertThat(found(WORLD.soup.toString())).isEqualTo("/lots/id/" + WORLD.soup);
    }

    private static String found(String typed) {
        return INQUIRY.find(typed) instanceof Finding.One one
                ? one.candidate().address()
                : INQUIRY.find(typed).toString();
    }

    @Test
    void a_number_misread_is_answered_by_what_looks_like_it() {
        assertThat(INQUIRY.find("C774I"))
                .isInstanceOfSatisfying(
                        Finding.None.class,
                        none -> assertThat(none.near())
                                .extracting(Candidate::number)
                                .first()
                                .isEqualTo("C-7741"));
        assertThat(INQUIRY.find("C-77"))
                .isInstanceOfSatisfying(
                        Finding.None.class,
                        none -> assertThat(none.near())
                                .extracting(Candidate::number)
                                .contains("C-7741"));
        assertThat(INQUIRY.find("nothing like it"))
                .isInstanceOfSatisfying(
                        Finding.None.class, none -> assertThat(none.near()).isEmpty());
    }

    @Test
    void the_board_adds_up_and_never_adds_kilograms_to_cans() {
        Board board = INQUIRY.board(WORLD.family("C-7741"), Optional.empty());
        assertThat(board.exposure().sums()).hasSize(1);
        Tally cans = board.exposure().sums().getFirst();
        assertThat(cans.came()).isEqualTo(Quantity.of("1180 ea"));
        assertThat(cans.at(Stage.ON_SITE)).isEqualTo(Quantity.of("504 ea"));
        assertThat(cans.at(Stage.IN_TRANSIT)).isEqualTo(Quantity.of("64 ea"));
        assertThat(cans.at(Stage.AT_CUSTOMERS)).isEqualTo(Quantity.of("600 ea"));
        assertThat(cans.at(Stage.SAMPLED_OR_SCRAPPED)).isEqualTo(Quantity.of("12 ea"));
        assertThat(cans.addsUp()).isTrue();
        assertThat(board.exposure().lots()).isEqualTo(2);
        assertThat(board.exposure().customers()).isEqualTo(2);
        assertThat(board.exposure().shipTos()).isEqualTo(2);
        assertThat(board.exposure().countries()).containsExactly("BE", "NL");
        assertThat(board.roads()).hasSize(2);
        assertThat(board.groups()).allMatch(group -> group.tally().addsUp());
        Group asked = board.of(Group.Tier.ASKED).getFirst();
        assertThat(asked.tally().at(Stage.ON_SITE)).isEqualTo(Quantity.of("600 kg"));
        assertThat(asked.tally().at(Stage.USED_UP)).isEqualTo(Quantity.of("600 kg"));
        assertThat(board.of(Group.Tier.MADE_ON_THE_WAY))
                .extracting(Group::name)
                .containsExactly("Carrot puree");
    }

    @Test
    void what_is_on_the_road_stands_first_with_its_consignee() {
        Board board = INQUIRY.board(WORLD.family("C-7741"), Optional.empty());
        assertThat(board.onTheRoad()).hasSize(1);
        Road road = board.onTheRoad().getFirst();
        assertThat(road.shipment().code()).isEqualTo(new ShipmentCode("SH-2"));
        assertThat(road.loads().getFirst().onTheRoad()).isEqualTo(Quantity.of("64 ea"));
        assertThat(board.receptions().getFirst().consignee().name()).isEqualTo("Corner Shop");
        assertThat(board.receptions().getLast().shipments()).containsExactly("SH-1");
    }

    @Test
    void the_board_as_known_earlier_shows_what_was_known_then() {
        Board then = INQUIRY.board(WORLD.family("C-7741"), Optional.of(WORLD.beforeShipping));
        Tally cans = then.exposure().sums().getFirst();
        assertThat(cans.at(Stage.ON_SITE)).isEqualTo(Quantity.of("1180 ea"));
        assertThat(cans.addsUp()).isTrue();
        assertThat(then.roads()).isEmpty();
    }

    @Test
    void a_trace_names_the_weakest_evidence_of_each_path() {
        TraceAnswer forward = INQUIRY.trace(
                WORLD.family("C-7741"), TraceQuery.all(Direction.FORWARD), Optional.empty());
        assertThat(forward.rows())
                .extracting(TraceRow::line)
                .extracting(LotLine::number)
                .containsExactly("C-7741", "P-1", "S-1", "S-2");
        assertThat(forward.rows().getLast().reached().evidence()).isEqualTo(Evidence.ASSUMED);
        assertThat(forward.rows().get(2).through()).containsExactly("WO-56");
        assertThat(forward.trace().completeness().boundaries()).hasSize(1);
        TraceAnswer backward = INQUIRY.trace(
                WORLD.family("S-2"), TraceQuery.all(Direction.BACKWARD), Optional.empty());
        assertThat(backward.rows())
                .extracting(TraceRow::line)
                .extracting(LotLine::number)
                .containsExactly("S-2", "P-1", "C-7741");
    }

    @Test
    void the_rows_of_a_trace_are_chosen_by_words() {
        TraceQuery soups = new TraceQuery(
                Direction.FORWARD, "soup", TraceQuery.Order.NUMBER, 1, TraceQuery.PAGE);
        TraceAnswer answer = INQUIRY.trace(WORLD.family("C-7741"), soups, Optional.empty());
        assertThat(answer.matching()).isEqualTo(2);
        assertThat(answer.rows()).extracting(row -> row.line().number()).containsExactly("S-2");
    }

    @Test
    void a_card_says_what_went_in_what_was_made_and_what_happened() {
        LotCard card = INQUIRY.card(WORLD.family("P-1"), 0);
        assertThat(card.inputs()).extracting(Neighbour::name).containsExactly("WO-55");
        assertThat(card.inputs().getFirst().ends())
                .extracting(end -> end.lot().number().text())
                .containsExactly("C-7741");
        assertThat(card.uses()).extracting(Neighbour::name).containsExactly("WO-56", "WO-57");
        assertThat(card.lotsMadeOfIt()).isEqualTo(2);
        assertThat(card.lotsInIt()).isEqualTo(1);
        assertThat(card.past().total()).isEqualTo(3);
        assertThat(card.past().events().getLast().heading()).isEqualTo("Made by run WO-55");
        assertThat(INQUIRY.card(WORLD.family("S-1"), 0).roads()).hasSize(1);
    }

    @Test
    void an_order_and_a_shipment_show_lots_in_and_out() {
        DocumentCard order = INQUIRY.documents().document("wo-55");
        assertThat(order.in()).extracting(e -> e.lot().number()).containsExactly("C-7741");
        assertThat(order.out()).extracting(e -> e.lot().number()).containsExactly("P-1");
        var shipments = WORLD.world.shipping().shipment("sh-2");
        assertThat(shipments).hasSize(1);
        assertThat(shipments.getFirst().loads()).hasSize(1);
        assertThat(shipments.getFirst().consigneeName()).isEqualTo("Corner Shop");
        assertThatThrownBy(() -> INQUIRY.documents().document("nowhere"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.problem().code()).isEqualTo("document_unknown"));
    }

    @Test
    void a_lot_says_why_it_is_in_the_answer_with_its_weakest_link() {
        String sentence =
                "S-2 may contain C-7741 via WO-55, P-1, WO-57; its weakest link is assumed.";
        Why forward = INQUIRY.why(
                WORLD.family("C-7741"), Direction.FORWARD, WORLD.soupTwo, Optional.empty());
        assertThat(forward.path().orElseThrow().sentence()).isEqualTo(sentence);
        Why backward = INQUIRY.why(
                INQUIRY.one(WORLD.soupTwo), Direction.BACKWARD, WORLD.carrots, Optional.empty());
        assertThat(backward.path().orElseThrow().sentence()).isEqualTo(sentence);
        Why unrelated = INQUIRY.why(
                INQUIRY.one(WORLD.soup), Direction.FORWARD, WORLD.soupTwo, Optional.empty());
        assertThat(unrelated.path()).isEmpty();
    }

    @Test
    void an_entry_shows_what_rests_on_it_before_anybody_corrects_it() {
        EventCard card = INQUIRY.entries().card(WORLD.carrots.first().birth());
        assertThat(card.lots())
                .extracting(LotLine::number)
                .containsExactly("C-7741", "P-1", "S-1", "S-2");
        assertThat(card.impact().shipments()).hasSize(2);
        assertThat(card.amounts()).containsExactly(new Amount("C-7741", Quantity.of("1200 kg")));
        assertThat(card.isCorrectable()).isTrue();
    }

    @Test
    void the_start_counts_what_stands_open() {
        StartAnswer start = INQUIRY.start(Sight.WHOLE);
        assertThat(start.shipments()).isEqualTo(1);
        assertThat(start.lotsOnTheRoad()).isEqualTo(1);
        assertThat(INQUIRY.onTheRoad()).hasSize(1);
        assertThat(INQUIRY.gaps(0, Sight.WHOLE).total()).isEqualTo(start.gaps());
    }

    @Test
    void lots_are_listed_by_item() {
        LotQuery soups = new LotQuery(
                Optional.of(new ItemCode("SOUP")), Optional.empty(), "", 0, LotQuery.PAGE);
        assertThat(INQUIRY.lots(soups)).extracting(LotLine::number).containsExactly("S-2", "S-1");
        assertThatThrownBy(() -> INQUIRY.family(Optional.empty(), new LotNumber("never")))
                .isInstanceOf(Refused.class);
    }
}
