/**
 * What every lot is: its passport, numbers, serials and status, as a projection of the ledger, and
 * the rules about births and identities.
 */
@NullMarked
package stemma.lots;

import org.jspecify.annotations.NullMarked;
