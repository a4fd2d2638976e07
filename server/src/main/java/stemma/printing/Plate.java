package stemma.printing;

import java.util.List;
import java.util.Map;

/**
 * A picture of any size as what is drawn, from the back to the front, in points of a screen (1/96
 * inch, downwards from the upper left corner). The same plate is what a page shows, what leaves as
 * SVG, and what stands on a page of a PDF.
 */
public record Plate(double width, double height, String says, List<Mark> marks) {
    public Plate {
        marks = List.copyOf(marks);
    }

    /** A spot on the plate. */
    public record Point(double x, double y) {}

    /** How a line is drawn: through, or broken where nobody saw what it says. */
    public enum Stroke {
        WHOLE,
        DASHED
    }

    /** Something drawn. */
    public sealed interface Mark {
        /** A box with corners as round as said, filled and edged. */
        record Box(
                double x,
                double y,
                double width,
                double height,
                double round,
                Paint fill,
                Paint edge,
                double weight,
                Stroke stroke)
                implements Mark {}

        /** A line through points. */
        record Line(List<Point> points, Paint paint, double weight, Stroke stroke)
                implements Mark {}

        /** A filled area between points. */
        record Area(List<Point> points, Paint fill) implements Mark {}

        /** A sign in a square of that size. */
        record Sign(Icon icon, double x, double y, double size, Paint paint) implements Mark {}

        /** Words as wide as measured. */
        record Words(
                double x,
                double baseline,
                double size,
                Type type,
                String text,
                double width,
                Paint paint)
                implements Mark {}

        /**
         * Marks that are one thing, of a kind: what it says to those who do not see it, where it
         * leads on a page (nowhere where empty), and what a script may know of it.
         */
        record Part(
                String kind,
                String says,
                String address,
                Map<String, String> known,
                List<Mark> marks)
                implements Mark {}
    }

    /** Returns words that begin at a spot, as wide as their letters. */
    public static Mark.Words words(
            double x, double baseline, double size, Type type, String text, Paint paint) {
        String shown = type.printable(text);
        double width = type.width(shown) * size;
        return new Mark.Words(x, baseline, size, type, shown, width, paint);
    }

    /** Returns text that fits into a width, cut with an ellipsis where it is too long. */
    public static String fitting(String text, double size, Type type, double room) {
        String shown = type.printable(text);
        if (type.width(shown) * size <= room) return shown;
        int end = shown.length();
        while (end > 1 && type.width(shown.substring(0, end) + "…") * size > room)
            end = shown.offsetByCodePoints(end, -1);
        return shown.substring(0, end).strip() + "…";
    }
}
