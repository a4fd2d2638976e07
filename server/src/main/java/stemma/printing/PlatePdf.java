package stemma.printing;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Draws a plate on a page of a PDF, from an upper left corner downwards, with its words as words.
 */
final class PlatePdf {
    /** How far a Bézier curve's handles lie from its ends to look like a quarter of a circle. */
    private static final double ROUND = 0.5523;

    private final PDPageContentStream out;
    private final Map<Type, PDFont> fonts;
    private final double left;
    private final double top;
    private final double scale;

    /** The corner is given in points of the page, from its lower left corner. */
    PlatePdf(
            PDPageContentStream out,
            Map<Type, PDFont> fonts,
            double left,
            double top,
            double scale) {
        this.out = out;
        this.fonts = fonts;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    void draw(List<Plate.Mark> marks) throws IOException {
        for (Plate.Mark mark : marks) draw(mark);
    }

    private void draw(Plate.Mark mark) throws IOException {
        switch (mark) {
            case Plate.Mark.Box box -> box(box);
            case Plate.Mark.Line line -> {
                stroke(line.paint(), line.weight(), line.stroke());
                through(line.points());
                out.stroke();
            }
            case Plate.Mark.Area area -> {
                fill(area.fill());
                through(area.points());
                out.closePath();
                out.fill();
            }
            case Plate.Mark.Sign sign -> sign(sign);
            case Plate.Mark.Words words -> words(words);
            case Plate.Mark.Part part -> draw(part.marks());
        }
    }

    private void box(Plate.Mark.Box box) throws IOException {
        if (box.fill() != Paint.NONE) {
            fill(box.fill());
            outline(box);
            out.fill();
        }
        if (box.edge() != Paint.NONE) {
            stroke(box.edge(), box.weight(), box.stroke());
            outline(box);
            out.stroke();
        }
    }

    private void outline(Plate.Mark.Box box) throws IOException {
        double round = Math.min(box.round(), Math.min(box.width(), box.height()) / 2);
        double handle = round * (1 - ROUND);
        double x1 = box.x();
        double y1 = box.y();
        double x2 = x1 + box.width();
        double y2 = y1 + box.height();
        out.moveTo(x(x1 + round), y(y1));
        out.lineTo(x(x2 - round), y(y1));
        curve(x2 - handle, y1, x2, y1 + handle, x2, y1 + round);
        out.lineTo(x(x2), y(y2 - round));
        curve(x2, y2 - handle, x2 - handle, y2, x2 - round, y2);
        out.lineTo(x(x1 + round), y(y2));
        curve(x1 + handle, y2, x1, y2 - handle, x1, y2 - round);
        out.lineTo(x(x1), y(y1 + round));
        curve(x1, y1 + handle, x1 + handle, y1, x1 + round, y1);
        out.closePath();
    }

    private void curve(double ax, double ay, double bx, double by, double toX, double toY)
            throws IOException {
        out.curveTo(x(ax), y(ay), x(bx), y(by), x(toX), y(toY));
    }

    private void sign(Plate.Mark.Sign sign) throws IOException {
        double unit = sign.size() / 16;
        stroke(sign.paint(), 1.8 * unit, Plate.Stroke.WHOLE);
        for (Icon.Stroke one : sign.icon().strokes()) {
            switch (one) {
                case Icon.Stroke.Through(var points) ->
                    through(points.stream()
                            .map(point -> new Plate.Point(
                                    sign.x() + point.x() * unit, sign.y() + point.y() * unit))
                            .toList());
                case Icon.Stroke.Circle(double cx, double cy, double radius) ->
                    outline(new Plate.Mark.Box(
                            sign.x() + (cx - radius) * unit,
                            sign.y() + (cy - radius) * unit,
                            2 * radius * unit,
                            2 * radius * unit,
                            radius * unit,
                            Paint.NONE,
                            sign.paint(),
                            1,
                            Plate.Stroke.WHOLE));
            }
            out.stroke();
        }
    }

    private void words(Plate.Mark.Words words) throws IOException {
        if (words.text().isEmpty()) return;
        fill(words.paint());
        out.beginText();
        out.setFont(java.util.Objects.requireNonNull(fonts.get(words.type())), (float)
                (words.size() * scale));
        out.newLineAtOffset(x(words.x()), y(words.baseline()));
        out.showText(words.text());
        out.endText();
    }

    private void through(List<Plate.Point> points) throws IOException {
        out.moveTo(x(points.getFirst().x()), y(points.getFirst().y()));
        for (Plate.Point point : points.subList(1, points.size()))
            out.lineTo(x(point.x()), y(point.y()));
    }

    private void fill(Paint paint) throws IOException {
        float[] parts = paint.parts();
        out.setNonStrokingColor(parts[0], parts[1], parts[2]);
    }

    private void stroke(Paint paint, double weight, Plate.Stroke stroke) throws IOException {
        float[] parts = paint.parts();
        out.setStrokingColor(parts[0], parts[1], parts[2]);
        out.setLineWidth((float) (weight * scale));
        float dash = (float) (5 * scale);
        out.setLineDashPattern(
                stroke == Plate.Stroke.DASHED ? new float[] {dash, dash * 0.8f} : new float[0], 0);
    }

    private float x(double across) {
        return (float) (left + across * scale);
    }

    private float y(double down) {
        return (float) (top - down * scale);
    }
}
