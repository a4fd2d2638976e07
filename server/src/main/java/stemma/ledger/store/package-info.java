/**
 * The ledger's SQL: search copies beside the journal, and the buckets by which writers take turns.
 */
@NullMarked
package stemma.ledger.store;

import org.jspecify.annotations.NullMarked;
