/**
 * Goods that are made: runs, and the work orders they are for, with what went in, what came out and
 * what is missing between the two. Thin: a run is a code in the events of the ledger; nothing is
 * planned or refused here.
 */
@NullMarked
package stemma.production;

import org.jspecify.annotations.NullMarked;
