package stemma.catalog;

import stemma.identifiers.ItemCode;

/** An item that may stand in for that of a recipe line: so many times the amount of the line. */
public record Alternate(ItemCode item, Factor factor) {
    private static final String TIMES = " * ";

    /** Returns an alternate of which as much is taken as of the item of the line. */
    public static Alternate of(ItemCode item) {
        return new Alternate(item, Factor.ONE);
    }

    /** Returns the alternate as a sheet writes it: {@code OIL-B} or {@code OIL-B * 1.05}. */
    static Alternate read(String text) {
        int times = text.lastIndexOf(TIMES);
        return times < 0
                ? of(ItemCode.of(text.strip()))
                : new Alternate(
                        ItemCode.of(text.substring(0, times).strip()),
                        Factor.of(text.substring(times + TIMES.length()).strip()));
    }

    /** Returns the text that a sheet bears for it. */
    String text() {
        return factor.equals(Factor.ONE) && !item.code().contains(TIMES)
                ? item.code()
                : item.code() + TIMES + factor;
    }
}
