package stemma.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The signs of a plate, as strokes in a square of 16: lines through points ({@code L}) and circles
 * ({@code O}, centre and radius). Those of a badge bear the name of its icon on a page.
 */
public enum Icon {
    CHECK("L 3 8.5 6.5 11.5 12.5 4.5"),
    CROSS("L 4 4 12 12|L 12 4 4 12"),
    CLOCK("O 8 8 6|L 8 4.5 8 8 10 9.5"),
    FUNNEL("L 2.5 3 13.5 3 9.5 8 9.5 12.5 6.5 13.5 6.5 8 2.5 3"),
    HAND("O 8 8 6|L 3.8 12.2 12.2 3.8"),
    CALENDAR("L 2.5 3.5 13.5 3.5 13.5 13.5 2.5 13.5 2.5 3.5|L 2.5 6.5 13.5 6.5|L 6 9 10 12"
            + "|L 10 9 6 12"),
    RETURN("L 6 3 2.5 6.5 6 10|L 2.5 6.5 11 6.5 13.5 9 13.5 11.5 11 13.5 7 13.5"),
    EYE("L 1.5 8 4.5 4.5 8 3.5 11.5 4.5 14.5 8 11.5 11.5 8 12.5 4.5 11.5 1.5 8|O 8 8 2"),
    FLAG("L 4 14 4 2.5|L 4 3 12 3 10 5.7 12 8.5 4 8.5"),
    WARNING("L 8 2.5 14.5 13.5 1.5 13.5 8 2.5|L 8 6.5 8 10|L 8 11.8 8 12.1"),
    /** Our knowledge begins here. */
    BEGINS("L 3 2.5 3 13.5|L 6 8 14 8|L 10.5 4.5 14 8 10.5 11.5"),
    /** Our control ends here. */
    ENDS("L 13 2.5 13 13.5|L 2 8 10 8|L 6.5 4.5 10 8 6.5 11.5"),
    /** A clean break. */
    BREAK("L 6.5 2.5 6.5 13.5|L 9.5 2.5 9.5 13.5|L 1.5 8 4 8|L 12 8 14.5 8");

    private final List<Stroke> strokes;

    Icon(String strokes) {
        this.strokes =
                java.util.Arrays.stream(strokes.split("\\|")).map(Icon::stroke).toList();
    }

    /** A stroke in the square of 16. */
    sealed interface Stroke {
        /** A line through points. */
        record Through(List<Plate.Point> points) implements Stroke {}

        /** A circle. */
        record Circle(double x, double y, double radius) implements Stroke {}
    }

    private static Stroke stroke(String text) {
        String[] words = text.split(" ");
        if (words[0].equals("O"))
            return new Stroke.Circle(number(words[1]), number(words[2]), number(words[3]));
        List<Plate.Point> points = new ArrayList<>();
        for (int i = 1; i < words.length; i += 2)
            points.add(new Plate.Point(number(words[i]), number(words[i + 1])));
        return new Stroke.Through(points);
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }

    List<Stroke> strokes() {
        return strokes;
    }

    /** Returns the sign of a badge; a flag where none is drawn for it. */
    public static Icon ofBadge(String icon) {
        for (Icon one : values()) if (one.name().toLowerCase(Locale.ROOT).equals(icon)) return one;
        return FLAG;
    }
}
