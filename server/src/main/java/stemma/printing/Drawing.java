package stemma.printing;

import java.util.List;

/** What stands where on a label, in millimetres from its upper left corner. */
record Drawing(LabelSize size, List<Mark> marks) {
    Drawing {
        marks = List.copyOf(marks);
    }

    /** One thing that is drawn. */
    sealed interface Mark {
        /**
         * Words on a baseline; {@code size} is the size of the type, {@code width} what they take.
         */
        record Words(
                double x,
                double baseline,
                double size,
                Type type,
                String text,
                double width,
                Ink ink)
                implements Mark {}

        /** A dark rectangle. */
        record Bar(double x, double y, double width, double height) implements Mark {}

        /** A symbol without its quiet zone, in modules of that size. */
        record Scan(double x, double y, double width, double height, double module, Barcode barcode)
                implements Mark {}
    }

    /** Dark on the paper, or white on a dark rectangle. */
    enum Ink {
        DARK,
        WHITE
    }
}
