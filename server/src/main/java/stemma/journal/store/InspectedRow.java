package stemma.journal.store;

import org.jspecify.annotations.Nullable;

import stemma.journal.Entry;

/** A leaf with the entry and the key's digest that stand for it, if they still do. */
public record InspectedRow(
        long position, long seq, byte[] leaf, @Nullable Entry entry, byte @Nullable [] digest) {}
