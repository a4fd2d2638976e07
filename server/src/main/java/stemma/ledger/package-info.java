/**
 * What happened: append-only events, never changed. One door, {@code append}, decides every
 * submission by the same rules, whoever sends it; an intent may be refused, a report never is.
 */
@NullMarked
package stemma.ledger;

import org.jspecify.annotations.NullMarked;
