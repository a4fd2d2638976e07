package stemma.printing;

/** The sizes of labels, in millimetres. */
enum LabelSize {
    /** For cases, bags, units and shelves. */
    SMALL(100, 50),
    /** The A6 label of a logistic unit (GS1 Logistic Label Guideline). */
    TALL(105, 148),
    /** A card for a lanyard or a wall. */
    CARD(85, 54);

    private final double width;
    private final double height;

    LabelSize(double width, double height) {
        this.width = width;
        this.height = height;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }
}
