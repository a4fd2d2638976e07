/**
 * Exact amounts of material: a decimal with its unit. No float ever holds material, and an amount
 * never travels without its unit.
 */
@NullMarked
package stemma.quantity;

import org.jspecify.annotations.NullMarked;
