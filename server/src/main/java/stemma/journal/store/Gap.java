package stemma.journal.store;

/** Numbers from first to last that have not come, noted in this transaction of the sealer. */
public record Gap(long first, long last, long noted) {}
