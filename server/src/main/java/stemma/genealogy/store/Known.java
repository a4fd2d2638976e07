package stemma.genealogy.store;

import stemma.genealogy.AsOf;

/**
 * The part of every statement that keeps it to what is known: rows recorded and not yet corrected.
 */
final class Known {
    private Known() {}

    /**
     * Returns the condition on the link rows of that alias; it takes {@code last} and
     * {@code except}.
     */
    static String to(String alias) {
        return """
                (:last >= LINK.seq and LINK.seq <> all(:except::bigint[])
                 and (LINK.corrected_by is null or LINK.corrected_by > :last
                      or LINK.corrected_by = any(:except::bigint[])))
                """.replace("LINK", alias);
    }

    static Long[] except(AsOf asOf) {
        return asOf.except().toArray(Long[]::new);
    }
}
