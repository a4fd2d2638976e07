package stemma.gs1;

import org.jspecify.annotations.Nullable;

/**
 * What a mark of the Health Industry Bar Code says (ANSI/HIBC 2.6): the labeller's code (LIC), the
 * product and its unit of measure (all empty in a secondary code that stands alone), and the lot,
 * the serial, days as ISO dates or months, and the count where they are told.
 */
public record HibcMark(
        String labeller,
        String product,
        String unitOfMeasure,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String expiry,
        @Nullable String produced,
        @Nullable String quantity) {

    /** Says whether it names a product, or only what belongs to one. */
    public boolean hasProduct() {
        return !labeller.isEmpty();
    }

    HibcMark lot(String text) {
        String named = text.isEmpty() ? lot : text;
        return new HibcMark(
                labeller, product, unitOfMeasure, named, serial, expiry, produced, quantity);
    }

    HibcMark serial(String text) {
        String named = text.isEmpty() ? serial : text;
        return new HibcMark(
                labeller, product, unitOfMeasure, lot, named, expiry, produced, quantity);
    }

    HibcMark expiry(@Nullable String day) {
        return new HibcMark(labeller, product, unitOfMeasure, lot, serial, day, produced, quantity);
    }

    HibcMark produced(String day) {
        return new HibcMark(labeller, product, unitOfMeasure, lot, serial, expiry, day, quantity);
    }

    HibcMark quantity(String count) {
        return new HibcMark(labeller, product, unitOfMeasure, lot, serial, expiry, produced, count);
    }
}
