/**
 * Goods that come in: receipts, opening stock and returns to suppliers, and the purchase orders
 * they are for. Thin: a document is a code in the events of the ledger, found by its number and
 * told by what stands under it; nothing is planned or refused here.
 */
@NullMarked
package stemma.receiving;

import org.jspecify.annotations.NullMarked;
