package stemma.printing;

import java.util.ArrayList;
import java.util.List;

/** Collects what is drawn on a label; words are made smaller, and at last cut, to fit. */
final class Marks {
    private static final double HAIRLINE = 0.3;
    private static final double SMALLEST_PART = 0.6;
    private static final double STEP = 0.95;
    private static final double LEGIBLE = 1.6;
    private static final String CUT = "…";
    private final List<Drawing.Mark> marks = new ArrayList<>();

    Drawing drawing(LabelSize size) {
        return new Drawing(size, marks);
    }

    /** Words that may lose their end where they are too long. */
    void words(double x, double baseline, double size, Type type, String text, double room) {
        words(x, baseline, size, type, text, room, Drawing.Ink.DARK);
    }

    void words(
            double x,
            double baseline,
            double size,
            Type type,
            String text,
            double room,
            Drawing.Ink ink) {
        String shown = type.printable(text);
        double fitting = shrunk(size, size * SMALLEST_PART, type, shown, room);
        while (type.width(shown) * fitting > room && shown.length() > 1)
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -2)) + CUT;
        put(x, baseline, fitting, type, shown, ink);
    }

    /** A number, which never loses a character: it becomes as small as it must. */
    void number(double x, double baseline, double size, String text, double room) {
        String shown = Type.BOLD.printable(text);
        double fitting = shrunk(size, 0, Type.BOLD, shown, room);
        put(x, baseline, fitting, Type.BOLD, shown, Drawing.Ink.DARK);
    }

    private static double shrunk(
            double size, double smallest, Type type, String text, double room) {
        double width = type.width(text);
        double fitting = size;
        while (width * fitting > room && fitting * STEP > Math.max(smallest, LEGIBLE / 4))
            fitting *= STEP;
        return fitting;
    }

    private void put(
            double x, double baseline, double size, Type type, String text, Drawing.Ink ink) {
        if (text.isEmpty()) return;
        double width = type.width(text) * size;
        marks.add(new Drawing.Mark.Words(x, baseline, size, type, text, width, ink));
    }

    /** A small name with its value below it. */
    void fact(double x, double y, double size, Fact fact, double room) {
        words(x, y + size * 0.62, size * 0.62, Type.REGULAR, fact.name(), room);
        words(x, y + size * 1.75, size, Type.BOLD, fact.value(), room);
    }

    void bar(double x, double y, double width, double height) {
        marks.add(new Drawing.Mark.Bar(x, y, width, height));
    }

    void rule(double y, double width) {
        bar(0, y, width, HAIRLINE);
    }

    /** A warning, white on a dark bar from edge to edge; nothing where there is none. */
    double warning(String text, double width, double height) {
        if (text.isEmpty()) return 0;
        bar(0, 0, width, height);
        double size = height * 0.56;
        words(3, height * 0.71, size, Type.BOLD, text, width - 6, Drawing.Ink.WHITE);
        return height;
    }

    /** A square symbol that fills a box with its quiet zone. */
    void square(double x, double y, double box, Barcode code) {
        Modules modules = Modules.of(code);
        double quiet = code.symbol().quiet();
        double module = box / (Math.max(modules.width(), modules.height()) + 2 * quiet);
        scan(x + quiet * module, y + quiet * module, module, modules.height() * module, code);
    }

    /** A linear symbol within a width that holds its quiet zones; no module is wider than asked. */
    void bars(double x, double y, double room, double height, double widest, Barcode code) {
        Modules modules = Modules.of(code);
        double quiet = code.symbol().quiet();
        double module = Math.min(widest, room / (modules.width() + 2 * quiet));
        double left = x + (room - modules.width() * module) / 2;
        scan(left, y, module, height, code);
    }

    private void scan(double x, double y, double module, double height, Barcode code) {
        double width = Modules.of(code).width() * module;
        marks.add(new Drawing.Mark.Scan(x, y, width, height, module, code));
    }
}
