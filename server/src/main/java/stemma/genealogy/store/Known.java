package stemma.genealogy.store;

import stemma.genealogy.AsOf;

/**
 * The part of every statement that keeps it to what is known: rows recorded and not yet corrected.
 */
final class Known {
    private Known() {}

    /**
     * Returns the condition on the link rows of that alias; as of an earlier moment it takes
     * {@code last} and {@code except}.
     */
    static String to(String alias, AsOf asOf) {
        return asOf.isNow() ? alias + ".corrected_by is null" : then(alias);
    }

    /**
     * Returns the same for an earlier moment. The seq is never looked up: what is known is most of
     * the table, and links are found by what they hang on.
     */
    static String then(String alias) {
        return """
                (:last >= LINK.seq + 0 and LINK.seq <> all(:except::bigint[])
                 and (LINK.corrected_by is null or LINK.corrected_by > :last
                      or LINK.corrected_by = any(:except::bigint[])))
                """.replace("LINK", alias);
    }

    static Long[] except(AsOf asOf) {
        return asOf.except().toArray(Long[]::new);
    }
}
