package stemma.picturing;

import stemma.quantity.Quantity;
import stemma.shell.Badge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Diagrams to draw: of chance by a seed, and of a plant that makes many lots of few items. */
final class Diagrams {
    private Diagrams() {}

    static Diagram.Node lot(String name, String item, Diagram.Rank rank) {
        return node(name, Diagram.Shape.LOT, item, rank, List.of());
    }

    static Diagram.Node run(String name) {
        return node(name, Diagram.Shape.RUN, "", Diagram.Rank.REACHED, List.of());
    }

    private static Diagram.Node node(
            String name,
            Diagram.Shape shape,
            String item,
            Diagram.Rank rank,
            List<Diagram.Flaw> gaps) {
        boolean isLot = shape == Diagram.Shape.LOT;
        return new Diagram.Node(
                "key " + name,
                shape,
                rank,
                name,
                item,
                isLot ? "" : "LINE-1",
                isLot ? List.of(new Diagram.Amount(Quantity.of("12.5 kg"), "on site")) : List.of(),
                isLot ? List.of(Badge.RELEASED) : List.of(),
                List.of(),
                gaps,
                1,
                List.of(),
                "/somewhere");
    }

    static Diagram.Arrow arrow(int from, int to, String quantity) {
        return new Diagram.Arrow(from, to, List.of(Quantity.of(quantity)), 1, 0, "", "");
    }

    /** Lots and runs linked by chance, with rework loops, carry-over and gaps among them. */
    static Diagram byChance(long seed, int size) {
        Random chance = new Random(seed);
        List<Diagram.Node> nodes = new ArrayList<>();
        List<Diagram.Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean isLot = i % 2 == 0;
            List<Diagram.Flaw> gaps = isLot && chance.nextInt(12) == 0
                    ? List.of(
                            new Diagram.Flaw("not enough", "There was not enough of L-" + i + "."))
                    : List.of();
            nodes.add(node(
                    (isLot ? "L-" : "WO-") + i,
                    isLot ? Diagram.Shape.LOT : Diagram.Shape.RUN,
                    isLot ? "Item " + chance.nextInt(4) : "",
                    i == 0 ? Diagram.Rank.ASKED : Diagram.Rank.REACHED,
                    gaps));
            if (i == 0) continue;
            int from = Math.max(0, i - 1 - 2 * chance.nextInt(Math.min(12, (i + 1) / 2)));
            arrows.add(arrow(from, i, (1 + chance.nextInt(900)) + ".25 kg"));
            boolean turnsBack = !isLot && i > 4 && chance.nextInt(9) == 0;
            if (turnsBack) arrows.add(arrow(i, 2 + 2 * chance.nextInt((i - 2) / 2), "3 kg"));
            if (isLot || i < 4 || chance.nextInt(9) > 0) continue;
            arrows.add(new Diagram.Arrow(i - 2, i, List.of(), 1, 1, "assumed", "left in the line"));
        }
        return new Diagram(nodes, arrows);
    }

    /** One lot feeds so many runs, each of which makes one lot of one of so many items. */
    static Diagram hub(int runs, int items) {
        List<Diagram.Node> nodes = new ArrayList<>();
        List<Diagram.Arrow> arrows = new ArrayList<>();
        nodes.add(lot("SALT-1", "Salt", Diagram.Rank.ASKED));
        for (int i = 0; i < runs; i++) {
            nodes.add(run("WO-" + i));
            nodes.add(lot("L-" + i, "Soup " + i % items, Diagram.Rank.REACHED));
            arrows.add(arrow(0, nodes.size() - 2, "0.5 kg"));
            arrows.add(arrow(nodes.size() - 2, nodes.size() - 1, "40 ea"));
        }
        return new Diagram(nodes, arrows);
    }
}
