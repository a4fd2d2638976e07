package stemma.picturing;

import org.jspecify.annotations.Nullable;

import stemma.printing.Icon;
import stemma.printing.Paint;
import stemma.printing.Plate;
import stemma.printing.Type;
import stemma.shell.Badge;
import stemma.shell.Figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A box as measured: its rows of words, its size, and beside a run the room in which stand the
 * amounts that go in and come out, so that they never meet anything else.
 */
record Cell(double width, double height, double before, double after, List<Row> rows) {
    /** A lot of which there is much to say is wider, so that it does not grow tall. */
    static final double WIDE = 226;

    static final double NARROW = 160;
    static final double EDGE = 10;
    /** How far apart arrows meet a run, words above and below them included. */
    static final double PITCH = 26;

    static final double PITCH_PLAIN = 17;
    static final double LABEL = 10.5;
    static final double SMALL = 9.5;

    private static final double NAME = 13;
    private static final double LEADING = 1.36;
    private static final double NARROWEST = 80;
    private static final double WIDEST = 170;
    private static final double ARROW = 12;
    /** The room that most amounts need, so that the runs of a lane stand below each other. */
    private static final double USUAL = 56;

    private static final double SIGN = 12;

    /** A row: pieces from the left, all of one size, and smaller ones from the right. */
    record Row(double size, List<Piece> pieces, List<Piece> atTheEnd) {
        Row(double size, List<Piece> pieces) {
            this(size, pieces, List.of());
        }

        double height() {
            return size * LEADING;
        }
    }

    /** A sign, if any, and words after it. */
    record Piece(@Nullable Icon icon, Type type, Paint paint, String text) {
        double width(double size) {
            return (icon == null ? 0 : SIGN + 3) + type.width(text) * size;
        }
    }

    /** Returns the width of what is inside, without the room for amounts. */
    double inside() {
        return width - before - after;
    }

    static Cell of(Diagram.Node node, List<Diagram.Arrow> in, List<Diagram.Arrow> out) {
        return node.shape() == Diagram.Shape.LOT ? lot(node) : maker(node, in, out);
    }

    private static Cell lot(Diagram.Node node) {
        double width = node.amounts().size() + 2 * node.ends().size() > 2 ? WIDE : NARROW;
        double room = width - 2 * EDGE;
        List<Row> rows = new ArrayList<>();
        Row standing = standing(node);
        double beside = room - (standing.pieces().isEmpty() ? 0 : width(standing) + 8);
        boolean fits = Type.BOLD.width(node.name()) * NAME <= beside;
        String name = Plate.fitting(node.name(), NAME, Type.BOLD, fits ? beside : room);
        rows.add(new Row(
                NAME,
                List.of(new Piece(null, Type.BOLD, Paint.INK, name)),
                fits ? standing.pieces() : List.of()));
        for (String line : wrapped(node.sort(), 11, Type.REGULAR, room, 2))
            rows.add(row(11, Type.REGULAR, Paint.INK_2, line));
        if (!node.note().isEmpty()) rows.add(row(LABEL, Type.REGULAR, Paint.INK_2, node.note()));
        if (!fits) rows.add(standing);
        for (String line : wrapped(Wording.amounts(node), LABEL, Type.REGULAR, room, 6))
            rows.add(row(LABEL, Type.REGULAR, Paint.INK, line));
        rest(node, room, rows);
        return new Cell(width, height(rows) + 2 * 7, 0, 0, rows);
    }

    private static Row standing(Diagram.Node node) {
        List<Piece> pieces = new ArrayList<>();
        if (node.isAsked()) pieces.add(new Piece(null, Type.BOLD, Paint.ACCENT, "asked about"));
        for (Badge badge : node.badges())
            pieces.add(new Piece(
                    Icon.ofBadge(badge.icon()),
                    Type.BOLD,
                    Paint.ofTone(badge.tone()),
                    badge.word()));
        return new Row(LABEL, pieces);
    }

    private static void rest(Diagram.Node node, double room, List<Row> rows) {
        for (Diagram.End end : node.ends())
            signed(icon(end.kind()), Paint.NOTE, Wording.onBox(end), room, rows);
        Map<String, Integer> gaps = new LinkedHashMap<>();
        for (Diagram.Flaw gap : node.gaps()) gaps.merge(gap.word(), 1, Integer::sum);
        gaps.forEach((word, count) -> signed(
                Icon.WARNING,
                Paint.WAIT,
                (count == 1 ? "gap: " : Figure.grouped(count) + " gaps: ") + word,
                room,
                rows));
    }

    private static void signed(Icon icon, Paint paint, String text, double room, List<Row> rows) {
        boolean isFirst = true;
        for (String line : wrapped(text, LABEL, Type.REGULAR, room - SIGN - 3, 5)) {
            Piece piece = new Piece(isFirst ? icon : null, Type.REGULAR, paint, line);
            rows.add(new Row(LABEL, List.of(piece)));
            isFirst = false;
        }
    }

    static Icon icon(Diagram.End.Kind kind) {
        return switch (kind) {
            case BEFORE_RECORDS, FROM_SUPPLIER, NEVER_EMPTIED_BEFORE -> Icon.BEGINS;
            case LEFT_OUR_CONTROL -> Icon.ENDS;
            case CLEAN_BREAK_BEFORE, CLEAN_BREAK_AFTER -> Icon.BREAK;
        };
    }

    private static Cell maker(Diagram.Node node, List<Diagram.Arrow> in, List<Diagram.Arrow> out) {
        double room = WIDEST - 24;
        List<Row> rows = new ArrayList<>();
        rows.add(row(12, Type.BOLD, Paint.INK, Plate.fitting(node.name(), 12, Type.BOLD, room)));
        for (String line : wrapped(node.sort(), LABEL, Type.REGULAR, room, 2))
            rows.add(row(LABEL, Type.REGULAR, Paint.INK_2, line));
        for (String line : wrapped(node.note(), LABEL, Type.REGULAR, room, 3))
            rows.add(row(LABEL, Type.REGULAR, Paint.INK_2, line));
        rest(node, room, rows);
        double inside = NARROWEST;
        for (Row row : rows) inside = Math.max(inside, width(row) + 26);
        double before = Math.max(USUAL, labels(in)) + ARROW;
        double after = Math.max(USUAL, labels(out)) + 6;
        double arrows = Math.max(in.size() * pitch(in), out.size() * pitch(out));
        return new Cell(
                before + inside + after,
                Math.max(height(rows) + 12, arrows + 4),
                before,
                after,
                rows);
    }

    /** Returns how far apart these arrows meet a run. */
    static double pitch(List<Diagram.Arrow> arrows) {
        return arrows.stream().allMatch(arrow -> Wording.below(arrow).isEmpty())
                ? PITCH_PLAIN
                : PITCH;
    }

    private static double labels(List<Diagram.Arrow> arrows) {
        double widest = 0;
        for (Diagram.Arrow arrow : arrows) {
            widest = Math.max(widest, Type.REGULAR.width(Wording.above(arrow)) * LABEL);
            widest = Math.max(widest, Type.REGULAR.width(Wording.below(arrow)) * SMALL);
        }
        return widest + 4;
    }

    static double width(Row row) {
        return width(row.pieces(), row.size());
    }

    static double width(List<Piece> pieces, double size) {
        double width = 0;
        for (Piece piece : pieces) width += piece.width(size) + 8;
        return Math.max(0, width - 8);
    }

    static double height(List<Row> rows) {
        return rows.stream().mapToDouble(Row::height).sum();
    }

    private static Row row(double size, Type type, Paint paint, String text) {
        return new Row(size, List.of(new Piece(null, type, paint, text)));
    }

    /** Breaks a text between words; what goes beyond the last line is cut with an ellipsis. */
    static List<String> wrapped(String text, double size, Type type, double room, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        String[] words = text.isEmpty() ? new String[0] : text.split(" ");
        for (int i = 0; i < words.length; i++) {
            String longer = line.isEmpty() ? words[i] : line + " " + words[i];
            if (line.isEmpty() || type.width(longer) * size <= room) {
                line = longer;
                continue;
            }
            if (lines.size() == most - 1) {
                line = line + " " + String.join(" ", List.of(words).subList(i, words.length));
                break;
            }
            lines.add(line);
            line = words[i];
        }
        if (!line.isEmpty()) lines.add(line);
        lines.replaceAll(one -> Plate.fitting(one, size, type, room));
        return lines;
    }
}
