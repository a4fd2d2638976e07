package stemma.printing;

import java.util.List;

/**
 * Where a label's words and symbols stand, for each of its sizes. The foot says which print of
 * which copy it is.
 */
final class Layout {
    private static final double EDGE = 3;
    /** Four of these fill a sheet of A4 to its edges, where no printer prints. */
    private static final double MARGIN = 5.5;

    private Layout() {}

    static Drawing of(Label label, String foot) {
        return switch (label.kind().size()) {
            case SMALL -> small(label, foot);
            case TALL -> tall(label, foot);
            case CARD -> card(label, foot);
        };
    }

    private static Drawing small(Label label, String foot) {
        LabelSize size = LabelSize.SMALL;
        Marks marks = new Marks();
        double top = marks.warning(label.warning(), size.width(), 8);
        double high = size.height() - top - 2;
        double column = label.codes().isEmpty() ? 0 : Math.min(25, high * 0.56);
        double room = size.width() - 2 * EDGE - column - (column > 0 ? 2 : 0);
        double right = size.width() - EDGE + 1 - column;
        double y = top + 1;
        List<Barcode> codes = label.codes().subList(0, Math.min(2, label.codes().size()));
        for (Barcode code : codes) {
            double box = code.equals(codes.getFirst()) ? column : high * 0.42;
            marks.square(right + column - box, y, box, code);
            y += box + 1;
        }
        marks.words(EDGE, top + 5.4, 4.2, Type.BOLD, label.heading(), room);
        double beside = label.check().isEmpty() ? 0 : 11;
        marks.number(EDGE, top + 15.6, 9, label.number(), room - beside);
        if (beside > 0) {
            marks.words(EDGE + room - 9, top + 9.5, 2, Type.REGULAR, "check", 9);
            marks.words(EDGE + room - 9, top + 15, 6, Type.BOLD, label.check(), 9);
        }
        facts(marks, label.facts(), top + 18, size.height() - 7, room);
        if (!codes.isEmpty())
            marks.words(
                    EDGE,
                    size.height() - 4.2,
                    2.2,
                    Type.REGULAR,
                    codes.getFirst().caption(),
                    room);
        marks.words(EDGE, size.height() - 1.4, 1.9, Type.REGULAR, foot, room);
        return marks.drawing(size);
    }

    private static void facts(Marks marks, List<Fact> facts, double from, double to, double room) {
        double pitch = 7;
        double width = room / 2;
        int rows = (int) ((to - from) / pitch);
        for (int i = 0; i < Math.min(facts.size(), rows * 2); i++)
            marks.fact(EDGE + i % 2 * width, from + i / 2 * pitch, 3.3, facts.get(i), width - 2);
    }

    /** The three parts of a logistic label: who, what in words, what in bars. */
    private static Drawing tall(Label label, String foot) {
        LabelSize size = LabelSize.TALL;
        double inside = size.width() - 2 * MARGIN;
        Marks marks = new Marks();
        double top = marks.warning(label.warning(), size.width(), 12);
        double half = inside / 2;
        for (int i = 0; i < Math.min(4, label.parties().size()); i++)
            marks.fact(
                    MARGIN + i % 2 * half,
                    top + 5.5 + i / 2 * 10,
                    4.2,
                    label.parties().get(i),
                    half - 2);
        double middle = top + (label.parties().size() > 2 ? 26 : 16);
        marks.rule(middle, size.width());
        marks.words(MARGIN, middle + 7, 5, Type.BOLD, label.heading(), inside);
        marks.number(MARGIN, middle + 17, 8, label.number(), inside);
        List<Barcode> squares = only(label.codes(), false);
        double column = squares.isEmpty() ? 0 : 28;
        if (column > 0)
            marks.square(size.width() - MARGIN - column, middle + 20, column, squares.getFirst());
        double room = inside - column - 2;
        for (int i = 0; i < Math.min(8, label.facts().size()); i++)
            marks.fact(
                    MARGIN + i % 2 * room / 2,
                    middle + 21 + i / 2 * 9.5,
                    4.2,
                    label.facts().get(i),
                    room / 2 - 2);
        if (column > 0)
            marks.words(MARGIN, 100, 2.4, Type.REGULAR, squares.getFirst().caption(), inside);
        bars(marks, only(label.codes(), true), inside);
        marks.words(MARGIN, size.height() - 3.5, 2.2, Type.REGULAR, foot, inside);
        return marks.drawing(size);
    }

    /** Bars of at least 31.75 mm, as the guideline asks; what they carry in words below them. */
    private static void bars(Marks marks, List<Barcode> linear, double inside) {
        if (linear.isEmpty()) return;
        Barcode code = linear.getFirst();
        marks.rule(101.5, LabelSize.TALL.width());
        marks.bars(MARGIN, 103.5, inside, 32.5, 0.62, code);
        marks.words(MARGIN, 141, 4, Type.REGULAR, code.caption(), inside);
    }

    private static List<Barcode> only(List<Barcode> codes, boolean linear) {
        return codes.stream()
                .filter(code -> code.symbol() == Symbol.CODE_128 == linear)
                .toList();
    }

    private static Drawing card(Label label, String foot) {
        LabelSize size = LabelSize.CARD;
        double inside = size.width() - 2 * EDGE;
        Marks marks = new Marks();
        marks.number(EDGE, 16, 15, label.number(), inside);
        marks.words(EDGE, 22, 3.4, Type.REGULAR, label.heading(), inside);
        for (Barcode code : only(label.codes(), false)) marks.square(EDGE - 1, 25, 24, code);
        for (Barcode code : only(label.codes(), true))
            marks.bars(28, 26, size.width() - 28 - EDGE, 18, 0.4, code);
        marks.words(30, 48, 2.4, Type.REGULAR, label.codes().getFirst().caption(), 50);
        marks.words(EDGE, 52.3, 1.9, Type.REGULAR, foot, inside);
        return marks.drawing(size);
    }
}
