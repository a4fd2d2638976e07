package stemma.quality.web;

import org.jspecify.annotations.Nullable;

import stemma.printing.Paint;
import stemma.printing.Plate;
import stemma.printing.Plate.Mark;
import stemma.printing.Plate.Point;
import stemma.printing.Plate.Stroke;
import stemma.printing.Type;
import stemma.quality.Characteristic;
import stemma.quality.ControlChart;
import stemma.quality.ControlPoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Draws a control chart. What is outside has a shape of its own and its lot's number beside it: a
 * diamond outside the control limits, a square outside the specification.
 */
final class ControlPlate {
    private static final double NARROWEST = 640;
    private static final double STEP = 30;
    private static final double LEFT = 16;
    private static final double RIGHT = 190;
    private static final double TOP = 46;
    private static final double HIGH = 260;
    private static final double FOOT = 64;
    private static final double LINE_APART = 15;
    private static final double SMALL = 11;
    private static final int NUMBERED = 5;

    private final ControlChart chart;
    private final List<Mark> marks = new ArrayList<>();
    private final double width;
    private final double least;
    private final double most;

    private record Level(String words, BigDecimal value, Paint paint, Stroke stroke) {}

    private ControlPlate(ControlChart chart, List<Level> levels) {
        this.chart = chart;
        this.width = Math.max(NARROWEST, LEFT + RIGHT + STEP * (chart.points().size() + 1));
        double[] all = DoubleStream.concat(
                        levels.stream().mapToDouble(level -> level.value().doubleValue()),
                        chart.points().stream().mapToDouble(p -> p.value().doubleValue()))
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double around = high > low ? (high - low) / 12 : 1;
        this.least = low - around;
        this.most = high + around;
    }

    static Plate of(ControlChart chart) {
        List<Level> levels = levels(chart);
        ControlPlate plate = new ControlPlate(chart, levels);
        plate.head();
        plate.lines(levels);
        plate.course();
        for (ControlPoint point : chart.points()) plate.point(point);
        plate.foot();
        return new Plate(plate.width, TOP + HIGH + FOOT, says(chart), plate.marks);
    }

    private static String says(ControlChart chart) {
        return "Control chart of " + chart.characteristic().name() + " over "
                + chart.points().size() + " lots, " + chart.outOfControl()
                + " outside the control limits and " + chart.failing()
                + " outside the specification; the table says the same";
    }

    private static List<Level> levels(ControlChart chart) {
        Characteristic one = chart.characteristic();
        List<Level> levels = new ArrayList<>();
        add(levels, "upper limit", one.upper(), Paint.STOP, Stroke.WHOLE);
        add(levels, "lower limit", one.lower(), Paint.STOP, Stroke.WHOLE);
        chart.limits().ifPresent(found -> {
            add(levels, "upper control", found.upper(), Paint.WAIT, Stroke.DASHED);
            add(levels, "mean", found.mean(), Paint.GOOD, Stroke.WHOLE);
            add(levels, "lower control", found.lower(), Paint.WAIT, Stroke.DASHED);
        });
        levels.sort(Comparator.comparing(Level::value).reversed());
        return levels;
    }

    private static void add(
            List<Level> levels,
            String words,
            @Nullable BigDecimal value,
            Paint paint,
            Stroke stroke) {
        if (value != null) levels.add(new Level(words, value, paint, stroke));
    }

    private void head() {
        String title = chart.specification().item() + ": "
                + chart.characteristic().name() + ", " + chart.characteristic().unit();
        marks.add(Plate.words(LEFT, 22, 14, Type.BOLD, title, Paint.INK));
    }

    private void lines(List<Level> levels) {
        double last = 0;
        for (Level level : levels) {
            double y = y(level.value());
            double end = width - RIGHT;
            marks.add(new Mark.Line(
                    List.of(new Point(LEFT, y), new Point(end, y)),
                    level.paint(),
                    level.stroke() == Stroke.WHOLE ? 1.5 : 1.2,
                    level.stroke()));
            double baseline = Math.max(y + 4, last + LINE_APART);
            last = baseline;
            String figure = level.words().endsWith("limit")
                    ? level.value().toPlainString()
                    : chart.shown(level.value());
            marks.add(Plate.words(
                    end + 8,
                    baseline,
                    SMALL,
                    Type.REGULAR,
                    level.words() + " " + figure,
                    level.paint()));
        }
    }

    private void course() {
        List<Point> points = new ArrayList<>();
        for (ControlPoint point : chart.points()) points.add(new Point(x(point), y(point.value())));
        if (points.size() > 1) marks.add(new Mark.Line(points, Paint.EDGE, 1.2, Stroke.WHOLE));
    }

    private void point(ControlPoint point) {
        double x = x(point);
        double y = y(point.value());
        List<Mark> parts = new ArrayList<>();
        if (point.isOutOfControl()) parts.add(new Mark.Area(diamond(x, y, 9), Paint.WAIT));
        if (point.fails()) parts.add(square(x, y, point.isOutOfControl() ? 3.5 : 5));
        if (parts.isEmpty()) parts.add(dot(x, y));
        else {
            double up = point.control() == ControlPoint.Control.BELOW ? 24 : -12;
            String name = Plate.fitting(point.lots(), SMALL, Type.BOLD, STEP * 3);
            double half = Type.BOLD.width(name) * SMALL / 2;
            parts.add(Plate.words(x - half, y + up, SMALL, Type.BOLD, name, Paint.INK));
        }
        if (point.number() == 1 || point.number() % NUMBERED == 0)
            parts.add(Plate.words(
                    x - 4,
                    TOP + HIGH + 16,
                    SMALL,
                    Type.REGULAR,
                    Integer.toString(point.number()),
                    Paint.INK_2));
        String says = point.lots() + ": " + chart.value(point) + " "
                + chart.characteristic().unit() + ", " + point.words();
        marks.add(new Mark.Part("point", says, "", Map.of(), parts));
    }

    private void foot() {
        double y = TOP + HIGH + 44;
        double x = LEFT + 8;
        marks.add(dot(x, y - 4));
        x = legend(x + 12, y, "within");
        marks.add(new Mark.Area(diamond(x, y - 4, 7), Paint.WAIT));
        x = legend(x + 14, y, "outside the control limits");
        marks.add(square(x, y - 4, 5));
        legend(x + 14, y, "outside the specification");
    }

    private double legend(double x, double baseline, String words) {
        Mark.Words shown = Plate.words(x, baseline, SMALL, Type.REGULAR, words, Paint.INK_2);
        marks.add(shown);
        return x + shown.width() + 24;
    }

    private static Mark dot(double x, double y) {
        return new Mark.Box(x - 4, y - 4, 8, 8, 4, Paint.ACCENT, Paint.NONE, 0, Stroke.WHOLE);
    }

    private static Mark square(double x, double y, double half) {
        return new Mark.Box(
                x - half, y - half, 2 * half, 2 * half, 0, Paint.STOP, Paint.NONE, 0, Stroke.WHOLE);
    }

    private static List<Point> diamond(double x, double y, double reach) {
        return List.of(
                new Point(x, y - reach),
                new Point(x + reach, y),
                new Point(x, y + reach),
                new Point(x - reach, y));
    }

    private double x(ControlPoint point) {
        return LEFT + STEP * point.number();
    }

    private double y(BigDecimal value) {
        return TOP + HIGH * (most - value.doubleValue()) / (most - least);
    }
}
