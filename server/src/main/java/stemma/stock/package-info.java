/**
 * Where everything is: balances and unit ranges as the fold of movements, containers, shipments on
 * the road, holds, and the guards that keep an intent from what is held, expired, unreleased or
 * absent.
 */
@NullMarked
package stemma.stock;

import org.jspecify.annotations.NullMarked;
