package stemma.picturing;

import stemma.printing.Icon;
import stemma.printing.Paint;
import stemma.printing.Plate;
import stemma.printing.Plate.Mark;
import stemma.printing.Plate.Stroke;
import stemma.printing.Type;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Draws below a picture, in words, what its shapes and lines mean; only of those that it has. */
final class Legend {
    private static final double MARGIN = 12;
    private static final double SIZE = 10.5;
    private static final double SAMPLE = 30;
    private static final double GAP = 16;
    private static final double HIGH = 20;

    private final List<Mark> marks;
    private final double width;
    private double across = MARGIN;
    private double down;

    private Legend(List<Mark> marks, double down, double width) {
        this.marks = marks;
        this.down = down;
        this.width = width;
    }

    /** Draws and returns how high the picture is with it. */
    static double draw(List<Mark> marks, Drawn drawn, double down, double width) {
        Legend legend = new Legend(marks, down, width);
        Diagram diagram = drawn.diagram();
        legend.item(0, Type.BOLD, "Read it from left to right.");
        Set<Diagram.Shape> shapes = EnumSet.noneOf(Diagram.Shape.class);
        Set<Icon> icons = EnumSet.noneOf(Icon.class);
        for (Diagram.Node node : diagram.nodes()) {
            shapes.add(node.shape());
            node.ends().forEach(end -> icons.add(Cell.icon(end.kind())));
            if (!node.gaps().isEmpty()) icons.add(Icon.WARNING);
        }
        shapes.forEach(legend::shape);
        if (!diagram.arrows().isEmpty())
            legend.line(Stroke.WHOLE, "so much went along, as recorded");
        if (diagram.arrows().stream().anyMatch(Diagram.Arrow::isDashed))
            legend.line(
                    Stroke.DASHED, "nobody saw it: the words below the line say how it is known");
        icons.forEach(legend::sign);
        if (diagram.nodes().stream().anyMatch(Diagram.Node::isGroup))
            legend.item(0, Type.REGULAR, "Boxes in a pile: several, counted in their name.");
        return legend.down + HIGH + MARGIN;
    }

    private void shape(Diagram.Shape shape) {
        String means = switch (shape) {
            case LOT -> "lot: material";
            case RUN -> "run: what goes in may be in all that comes out";
            case VESSEL -> "vessel, from one emptying to the next";
        };
        double round = shape == Diagram.Shape.RUN ? 6 : shape == Diagram.Shape.LOT ? 3 : 0;
        Paint fill = shape == Diagram.Shape.LOT ? Paint.SURFACE : Paint.MUTE_SOFT;
        makeRoom(SAMPLE, Type.REGULAR, means);
        marks.add(new Mark.Box(
                across + 2, down + 4, 22, 12, round, fill, Paint.EDGE, 1, Stroke.WHOLE));
        item(SAMPLE, Type.REGULAR, means);
    }

    private void line(Stroke stroke, String means) {
        makeRoom(SAMPLE, Type.REGULAR, means);
        Plate.Point from = new Plate.Point(across, down + 10);
        Plate.Point to = new Plate.Point(across + SAMPLE - 5, down + 10);
        marks.add(new Mark.Line(List.of(from, to), Paint.EDGE, 1.5, stroke));
        item(SAMPLE, Type.REGULAR, means);
    }

    private void sign(Icon icon) {
        boolean isGap = icon == Icon.WARNING;
        String means = isGap
                ? "gap in the record"
                : icon == Icon.BEGINS
                        ? "our knowledge begins"
                        : icon == Icon.ENDS ? "our control ends" : "clean break";
        makeRoom(18, Type.REGULAR, means);
        marks.add(new Mark.Sign(icon, across, down + 4, 12, isGap ? Paint.WAIT : Paint.NOTE));
        item(18, Type.REGULAR, means);
    }

    private void makeRoom(double sample, Type type, String means) {
        double wide = sample + type.width(means) * SIZE;
        if (across == MARGIN || across + wide <= width - MARGIN) return;
        across = MARGIN;
        down += HIGH;
    }

    private void item(double sample, Type type, String means) {
        makeRoom(sample, type, means);
        Mark.Words words =
                Plate.words(across + sample, down + 13.5, SIZE, type, means, Paint.INK_2);
        marks.add(words);
        across += sample + words.width() + GAP;
    }
}
