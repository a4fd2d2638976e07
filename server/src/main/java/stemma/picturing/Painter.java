package stemma.picturing;

import stemma.printing.Icon;
import stemma.printing.Paint;
import stemma.printing.Plate;
import stemma.printing.Plate.Mark;
import stemma.printing.Plate.Stroke;
import stemma.printing.Type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws what has found its place: caption, lanes, arrows, boxes, and below the legend in words. */
final class Painter {
    private static final double MARGIN = 12;
    private static final double HEAD = 40;
    private static final double NARROWEST = 640;
    private static final double WIDEST_ARROW = 12;

    private final Drawn drawn;
    private final Diagram diagram;
    private final Placed placed;
    private final List<Mark> marks = new ArrayList<>();
    private final double width;
    private double down = MARGIN;

    private Painter(Drawn drawn, Placed placed) {
        this.drawn = drawn;
        this.diagram = drawn.diagram();
        this.placed = placed;
        this.width = Math.max(NARROWEST, placed.width() + 2 * MARGIN);
    }

    static Plate plate(Drawn drawn, Placed placed, String says, List<CaptionLine> caption) {
        Painter painter = new Painter(drawn, placed);
        if (!caption.isEmpty()) painter.down = Caption.draw(painter.marks, caption, painter.width);
        painter.lanes();
        painter.arrows();
        for (int i = 0; i < painter.diagram.nodes().size(); i++) painter.box(i);
        painter.down += placed.height() + 2 * MARGIN;
        double height = Legend.draw(painter.marks, drawn, painter.down, painter.width);
        return new Plate(painter.width, height, says, painter.marks);
    }

    private void lanes() {
        double high = HEAD + placed.height() + MARGIN;
        for (Placed.Lane lane : placed.lanes()) {
            double x = MARGIN + lane.from();
            double room = lane.to() - lane.from();
            List<Mark> head = new ArrayList<>();
            head.add(new Mark.Box(
                    x + 2, down, room - 4, high, 6, Paint.LANE, Paint.NONE, 0, Stroke.WHOLE));
            String title = Plate.fitting(lane.title(), 12, Type.BOLD, room - 20);
            head.add(Plate.words(x + 10, down + 17, 12, Type.BOLD, title, Paint.INK));
            head.add(Plate.words(x + 10, down + 31, 10.5, Type.REGULAR, lane.count(), Paint.INK_2));
            marks.add(new Mark.Part("lane", "", "", Map.of(), head));
        }
        down += HEAD;
    }

    private void arrows() {
        int most =
                diagram.arrows().stream().mapToInt(Diagram.Arrow::links).max().orElse(1);
        for (int i = 0; i < diagram.arrows().size(); i++) {
            Diagram.Arrow arrow = diagram.arrows().get(i);
            List<Plate.Point> way = placed.ways().get(i).stream()
                    .map(point -> new Plate.Point(MARGIN + point.x(), down + point.y()))
                    .toList();
            double weight = drawn.detail() == Detail.FLOW
                    ? 1.5 + (WIDEST_ARROW - 1.5) * arrow.links() / most
                    : 1.5;
            List<Mark> drawing = new ArrayList<>();
            Stroke stroke = arrow.isDashed() ? Stroke.DASHED : Stroke.WHOLE;
            drawing.add(new Mark.Line(way, Paint.EDGE, weight, stroke));
            drawing.add(head(way, Math.max(4, weight * 0.9)));
            words(arrow, way, weight, drawing);
            Map<String, String> known = new LinkedHashMap<>();
            known.put("from", String.valueOf(arrow.from()));
            known.put("to", String.valueOf(arrow.to()));
            String says = Wording.link(arrow);
            marks.add(new Mark.Part("arrow", says, "", known, drawing));
        }
    }

    private static Mark head(List<Plate.Point> way, double half) {
        Plate.Point tip = way.getLast();
        Plate.Point before = way.get(way.size() - 2);
        double back = tip.x() >= before.x() ? -half * 1.9 : half * 1.9;
        return new Mark.Area(
                List.of(
                        tip,
                        new Plate.Point(tip.x() + back, tip.y() - half),
                        new Plate.Point(tip.x() + back, tip.y() + half)),
                Paint.EDGE);
    }

    /** What goes along stands beside the run that it goes into or comes from. */
    private void words(
            Diagram.Arrow arrow, List<Plate.Point> way, double weight, List<Mark> drawing) {
        boolean comesOut = diagram.nodes().get(arrow.from()).shape() != Diagram.Shape.LOT;
        Plate.Point at = comesOut ? way.getFirst() : way.getLast();
        String above = Wording.above(arrow);
        String below = Wording.below(arrow);
        double lift = weight / 2 + 2.5;
        beside(at, comesOut, at.y() - lift, Cell.LABEL, above, Paint.INK, drawing);
        beside(at, comesOut, at.y() + lift + 7, Cell.SMALL, below, Paint.WAIT, drawing);
    }

    private static void beside(
            Plate.Point at,
            boolean comesOut,
            double baseline,
            double size,
            String text,
            Paint paint,
            List<Mark> drawing) {
        double wide = Type.REGULAR.width(Type.REGULAR.printable(text)) * size;
        double x = comesOut ? at.x() + 5 : at.x() - 10 - wide;
        drawing.add(Plate.words(x, baseline, size, Type.REGULAR, text, paint));
    }

    private void box(int number) {
        Diagram.Node node = diagram.nodes().get(number);
        Placed.Spot spot = placed.spots().get(number);
        double x = MARGIN + spot.x() + spot.cell().before();
        double y = down + spot.y();
        List<Mark> drawing = new ArrayList<>();
        shape(node, x, y, spot.cell(), drawing);
        rows(node, x, y, spot.cell(), drawing);
        Map<String, String> known = new LinkedHashMap<>();
        known.put("box", String.valueOf(number));
        known.put("lane", String.valueOf(spot.lane()));
        known.put("top", String.valueOf(Math.round(spot.y())));
        known.put("words", search(node));
        String kind = "box " + node.shape().word(1) + (node.isAsked() ? " asked" : "");
        String says = Wording.sentence(drawn, number);
        marks.add(new Mark.Part(kind, says, "#in-words-" + number, known, drawing));
    }

    private static String search(Diagram.Node node) {
        String members = String.join(" ", node.members());
        return (node.name() + " " + node.sort() + " " + node.note() + " " + members)
                .toLowerCase(Locale.ROOT);
    }

    private static void shape(
            Diagram.Node node, double x, double y, Cell cell, List<Mark> drawing) {
        double wide = cell.inside();
        double high = cell.height();
        Paint fill = node.isAsked() ? Paint.ACCENT_SOFT : Paint.SURFACE;
        Paint edge = node.isAsked() ? Paint.ACCENT : Paint.EDGE;
        double round = 5;
        double weight = node.isAsked() ? 2 : 1;
        switch (node.shape()) {
            case LOT -> {}
            case RUN -> {
                round = Math.min(high / 2, 18);
                fill = Paint.MUTE_SOFT;
            }
            case VESSEL -> {
                round = 0;
                fill = Paint.MUTE_SOFT;
            }
        }
        if (node.isGroup()) {
            drawing.add(card(x + 5, y + 5, wide, high, round, edge));
            drawing.add(card(x + 2.5, y + 2.5, wide, high, round, edge));
        }
        drawing.add(new Mark.Box(x, y, wide, high, round, fill, edge, weight, Stroke.WHOLE));
        if (node.shape() == Diagram.Shape.VESSEL)
            drawing.add(new Mark.Box(x, y, wide, 4, 0, Paint.EDGE, Paint.EDGE, 1, Stroke.WHOLE));
    }

    private static Mark card(
            double x, double y, double wide, double high, double round, Paint edge) {
        return new Mark.Box(x, y, wide, high, round, Paint.SURFACE, edge, 1, Stroke.WHOLE);
    }

    private static void rows(Diagram.Node node, double x, double y, Cell cell, List<Mark> drawing) {
        boolean isLot = node.shape() == Diagram.Shape.LOT;
        double top = y + (cell.height() - Cell.height(cell.rows())) / 2;
        for (Cell.Row row : cell.rows()) {
            double at = isLot ? x + Cell.EDGE : x + (cell.inside() - Cell.width(row)) / 2;
            double baseline = top + row.size() * 1.03;
            pieces(row.pieces(), at, baseline, row.size(), drawing);
            double end = x + cell.inside() - Cell.EDGE;
            double from = end - Cell.width(row.atTheEnd(), Cell.LABEL);
            pieces(row.atTheEnd(), from, baseline, Cell.LABEL, drawing);
            top += row.height();
        }
    }

    private static void pieces(
            List<Cell.Piece> pieces,
            double from,
            double baseline,
            double size,
            List<Mark> drawing) {
        double at = from;
        for (Cell.Piece piece : pieces) {
            Icon icon = piece.icon();
            double lead = icon == null ? 0 : 15;
            if (icon != null)
                drawing.add(new Mark.Sign(icon, at, baseline - 9.7, 12, piece.paint()));
            drawing.add(Plate.words(
                    at + lead, baseline, size, piece.type(), piece.text(), piece.paint()));
            at += piece.width(size) + 8;
        }
    }
}
