package stemma.picturing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.printing.Plate;
import stemma.printing.PlateSvg;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.shell.Badge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same answer gives the same picture; nothing overlaps, and nothing is lost in it. */
@Tag("fast")
class PicturingTest {
    private static final int[] SIZES = {1, 2, 7, 30, 60, 61, 140};

    private static String svg(Diagram diagram) {
        return PlateSvg.page(plate(Picturing.drawn(diagram, Set.of())));
    }

    private static Plate plate(Drawn drawn) {
        return new Picturing().plate(drawn, "a trace", List.of());
    }

    @Test
    void the_same_answer_gives_the_same_picture() {
        for (int size : SIZES) {
            assertThat(svg(Diagrams.byChance(size, size)))
                    .isEqualTo(svg(Diagrams.byChance(size, size)));
        }
        assertThat(svg(Diagrams.byChance(1, 60))).isNotEqualTo(svg(Diagrams.byChance(2, 60)));
    }

    @Test
    void no_box_overlaps_another_and_all_stand_on_the_plate() {
        for (long seed = 1; seed <= 12; seed++) {
            for (int size : SIZES) {
                Drawn drawn = Picturing.drawn(Diagrams.byChance(seed, size), Set.of());
                Placed placed = Placing.of(drawn.diagram());
                assertThat(overlaps(placed)).as("seed %d size %d", seed, size).isEmpty();
                for (Placed.Spot spot : placed.spots()) {
                    assertThat(spot.x()).isNotNegative();
                    assertThat(spot.y() + spot.cell().height())
                            .isLessThanOrEqualTo(placed.height() + 0.01);
                }
            }
        }
    }

    private static List<String> overlaps(Placed placed) {
        List<String> faults = new ArrayList<>();
        List<Placed.Spot> spots = placed.spots();
        for (int a = 0; a < spots.size(); a++) {
            for (int b = a + 1; b < spots.size(); b++) {
                if (meet(spots.get(a), spots.get(b))) faults.add(a + " and " + b);
            }
        }
        return faults;
    }

    private static boolean meet(Placed.Spot one, Placed.Spot other) {
        return one.x() < other.x() + other.cell().width()
                && other.x() < one.x() + one.cell().width()
                && one.y() < other.y() + other.cell().height()
                && other.y() < one.y() + one.cell().height();
    }

    @Test
    void two_boxes_in_one_spot_are_caught() {
        Cell cell = new Cell(100, 40, 0, 0, List.of());
        List<Placed.Spot> spots =
                List.of(new Placed.Spot(0, 0, 0, cell), new Placed.Spot(90, 30, 0, cell));
        assertThat(overlaps(new Placed(spots, List.of(), List.of(), 200, 80))).hasSize(1);
    }

    @Test
    void an_arrow_leaves_its_first_box_and_ends_at_its_second() {
        Diagram diagram = Diagrams.byChance(5, 60);
        Drawn drawn = Picturing.drawn(diagram, Set.of());
        Placed placed = Placing.of(drawn.diagram());
        for (int i = 0; i < drawn.diagram().arrows().size(); i++) {
            Diagram.Arrow arrow = drawn.diagram().arrows().get(i);
            List<Plate.Point> way = placed.ways().get(i);
            Placed.Spot from = placed.spots().get(arrow.from());
            Placed.Spot to = placed.spots().get(arrow.to());
            assertThat(way.getFirst().x())
                    .isEqualTo(from.x() + from.cell().before() + from.cell().inside());
            assertThat(way.getLast().x()).isEqualTo(to.x() + to.cell().before());
            assertThat(way.getLast().y()).isBetween(to.y(), to.y() + to.cell().height());
        }
    }

    @Test
    void amounts_beside_a_run_never_meet() {
        for (long seed = 1; seed <= 6; seed++) {
            Drawn drawn = Picturing.drawn(Diagrams.byChance(seed, 60), Set.of());
            Placed placed = Placing.of(drawn.diagram());
            Set<String> ends = new HashSet<>();
            for (int i = 0; i < drawn.diagram().arrows().size(); i++) {
                Diagram.Arrow arrow = drawn.diagram().arrows().get(i);
                boolean isLot =
                        drawn.diagram().nodes().get(arrow.to()).shape() == Diagram.Shape.LOT;
                Plate.Point end = isLot
                        ? placed.ways().get(i).getFirst()
                        : placed.ways().get(i).getLast();
                assertThat(ends.add(Math.round(end.x()) + " " + Math.round(end.y() / 8)))
                        .as("seed %d: two amounts in one spot", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void every_node_is_drawn_or_counted_and_the_amounts_add_up() {
        for (Diagram diagram : List.of(
                Diagrams.byChance(3, 60),
                Diagrams.byChance(3, 400),
                Diagrams.hub(300, 3),
                Diagrams.hub(4_000, 90))) {
            Drawn drawn = Picturing.drawn(diagram, Set.of());
            Map<String, Integer> counts = new HashMap<>();
            drawn.diagram().nodes().forEach(box -> counts.put(box.key(), box.count()));
            assertThat(counts.keySet()).containsAll(drawn.boxOf());
            assertThat(counts.values().stream().mapToInt(i -> i).sum())
                    .isEqualTo(diagram.nodes().size());
            assertThat(drawn.boxOf()).hasSameSizeAs(diagram.nodes());
            assertThat(amounts(drawn.diagram())).isEqualTo(amounts(diagram));
            assertThat(along(drawn.diagram())).isEqualTo(along(diagram));
            assertThat(links(drawn.diagram())).isEqualTo(links(diagram));
        }
    }

    private static Map<Unit, Quantity> amounts(Diagram diagram) {
        Map<Unit, Quantity> sums = new HashMap<>();
        for (Diagram.Node node : diagram.nodes())
            for (Diagram.Amount amount : node.amounts())
                sums.merge(amount.quantity().unit(), amount.quantity(), Quantity::plus);
        return sums;
    }

    private static Map<Unit, Quantity> along(Diagram diagram) {
        Map<Unit, Quantity> sums = new HashMap<>();
        for (Diagram.Arrow arrow : diagram.arrows())
            for (Quantity quantity : arrow.amounts())
                sums.merge(quantity.unit(), quantity, Quantity::plus);
        return sums;
    }

    private static List<Integer> links(Diagram diagram) {
        return List.of(
                diagram.arrows().stream().mapToInt(Diagram.Arrow::links).sum(),
                diagram.arrows().stream().mapToInt(Diagram.Arrow::inferred).sum());
    }

    @Test
    void standing_ends_gaps_and_evidence_stand_on_the_picture_in_words() {
        Diagram.Node lot = new Diagram.Node(
                "key",
                Diagram.Shape.LOT,
                Diagram.Rank.ASKED,
                "C-7741",
                "Carrots",
                "",
                List.of(new Diagram.Amount(Quantity.of("1200 kg"), "on site")),
                List.of(Badge.HELD, Badge.EXPIRED),
                List.of(
                        new Diagram.End(Diagram.End.Kind.FROM_SUPPLIER, List.of("GrowCo")),
                        new Diagram.End(
                                Diagram.End.Kind.LEFT_OUR_CONTROL,
                                List.of("A", "B", "C", "D", "E", "F"))),
                List.of(new Diagram.Flaw("not enough", "There was not enough of it.")),
                1,
                List.of(),
                "");
        Diagram diagram = new Diagram(
                List.of(lot, Diagrams.run("WO-1")),
                List.of(new Diagram.Arrow(
                        0, 1, List.of(Quantity.of("3 kg")), 1, 1, "derived by rule", "")));
        String svg = PlateSvg.file(plate(Picturing.drawn(diagram, Set.of())));
        assertThat(svg.replaceAll("<title>[^<]*</title>", ""))
                .contains(">asked about<", ">held<", ">expired<", ">1,200 kg on site<")
                .contains(">gap: not enough<", ">3 kg<", ">derived by rule<", "stroke-dasharray")
                .contains("history", "left our control: A, B, C, D +2")
                .contains("run: what goes in may be in all that comes out", "gap in the record");
        assertThat(Wording.sentence(Picturing.drawn(diagram, Set.of()), 0))
                .isEqualTo("lot C-7741, Carrots; held; expired; asked about; 1,200 kg on site; "
                        + "from GrowCo: history unknown before; "
                        + "left our control: A, B, C, D, E, F; "
                        + "gap: There was not enough of it.; comes of nothing here, "
                        + "goes into 1 box");
    }

    @Test
    void up_to_60_each_is_a_box_of_its_own() {
        assertThat(Picturing.drawn(Diagrams.byChance(4, 60), Set.of()).diagram().nodes())
                .hasSize(60)
                .noneMatch(Diagram.Node::isGroup);
    }

    @Test
    void siblings_stand_together_and_say_how_many_more() {
        Drawn drawn = Picturing.drawn(Diagrams.hub(39, 1), Set.of());
        assertThat(drawn.detail()).isEqualTo(Detail.GROUPS);
        assertThat(drawn.diagram().nodes().stream().map(Diagram.Node::name))
                .containsExactly("SALT-1", "WO-0 +38 more", "L-0 +38 more");
        assertThat(Wording.above(drawn.diagram().arrows().getFirst()))
                .isEqualTo("19.5 kg in 39 links");
        assertThat(Wording.amounts(drawn.diagram().nodes().getLast()))
                .isEqualTo("487.5 kg on site");
    }

    @Test
    void a_group_that_is_opened_shows_each_and_the_others_stay() {
        Diagram hub = Diagrams.hub(40, 2);
        Drawn closed = Picturing.drawn(hub, Set.of());
        String group = closed.diagram().nodes().stream()
                .filter(node -> node.name().startsWith("L-0"))
                .map(Diagram.Node::key)
                .findFirst()
                .orElseThrow();
        Drawn open = Picturing.drawn(hub, Set.of(group));
        assertThat(open.diagram().nodes())
                .hasSize(closed.diagram().nodes().size() - 1 + 20)
                .filteredOn(Diagram.Node::isGroup)
                .hasSize(3);
    }

    @Test
    void what_was_asked_about_and_what_has_a_gap_is_never_in_a_group() {
        Diagram diagram = Diagrams.byChance(7, 1_200);
        Drawn drawn = Picturing.drawn(diagram, Set.of());
        assertThat(drawn.diagram().nodes().stream().filter(Diagram.Node::isGroup))
                .isNotEmpty()
                .allMatch(group -> !group.isAsked() && group.gaps().isEmpty());
    }

    @Test
    void beyond_2000_the_flow_by_item_is_drawn_and_the_rest_is_counted() {
        Drawn drawn = Picturing.drawn(Diagrams.hub(5_000, 200), Set.of());
        assertThat(drawn.detail()).isEqualTo(Detail.FLOW);
        assertThat(drawn.diagram().nodes()).hasSizeLessThan(Picturing.FEW);
        assertThat(drawn.diagram().nodes().stream().map(Diagram.Node::sort))
                .contains("177 other items", "Salt", "making Soup 0");
        Drawn most = Picturing.drawn(Diagrams.byChance(1, 9_001), Set.of());
        assertThat(most.diagram().nodes()).hasSizeLessThan(Picturing.FEW);
        assertThat(plate(most).marks()).isNotEmpty();
    }

    @Test
    void many_gaps_in_one_box_are_counted_by_what_they_are() {
        Drawn drawn = Picturing.drawn(Diagrams.byChance(1, 9_001), Set.of());
        Diagram.Node many = drawn.diagram().nodes().stream()
                .filter(node -> node.isGroup() && !node.gaps().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(PlateSvg.file(plate(drawn)))
                .contains(">" + many.gaps().size() + " gaps: not enough<");
        assertThat(Placing.of(drawn.diagram()).spots())
                .allMatch(spot -> spot.cell().height() < 600);
    }

    @Test
    void in_the_flow_what_runs_left_in_the_line_is_counted_on_the_box_after_them() {
        Diagram hub = Diagrams.hub(3_000, 3);
        List<Diagram.Arrow> arrows = new ArrayList<>(hub.arrows());
        for (int run = 1; run < hub.nodes().size() - 2; run += 2)
            arrows.add(new Diagram.Arrow(
                    run, run + 2, List.of(), 1, 1, "assumed", "left in the line"));
        Drawn drawn = Picturing.drawn(new Diagram(hub.nodes(), arrows), Set.of());
        assertThat(drawn.diagram().arrows()).hasSize(6);
        assertThat(drawn.diagram().nodes().stream().map(Diagram.Node::note))
                .contains("after 999 runs that may have left something in the line")
                .contains("after 1,000 runs that may have left something in the line");
    }
}
