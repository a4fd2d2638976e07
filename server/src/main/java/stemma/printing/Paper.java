package stemma.printing;

/**
 * A paper that can be printed: a record of plain words, put together by a room above, and the
 * template (such as {@code printing/pick-list}) that has it as its parameter {@code paper}.
 */
public interface Paper {
    /** Returns what kind of paper it is, such as {@code Pick list}. */
    String title();

    /** Returns what it is about, such as the number of an order. */
    String subject();

    /** Returns what was asked, in words, as it stands on every page. */
    String query();

    String template();

    /** Returns for whom it is, where papers of one subject are for several; else nothing. */
    default String addressee() {
        return "";
    }
}
