/**
 * The append-only sequence of final bytes that proves everything. It draws the sequence number,
 * writes the envelope, seals each entry into one Merkle log, signs checkpoints and gives proofs;
 * ledger events and audit entries are both entries of it, and it knows the meaning of neither.
 */
@NullMarked
package stemma.journal;

import org.jspecify.annotations.NullMarked;
