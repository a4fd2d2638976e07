/** The SQL of stock. */
@NullMarked
package stemma.stock.store;

import org.jspecify.annotations.NullMarked;
