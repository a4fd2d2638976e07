/**
 * Goods that go out: shipments and returns, and the sales orders they are for, with what arrived
 * and what came back. Thin: a document is a code in the events of the ledger; nothing is planned or
 * refused here.
 */
@NullMarked
package stemma.shipping;

import org.jspecify.annotations.NullMarked;
