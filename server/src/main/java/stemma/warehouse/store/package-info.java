/** The tables of counts. */
@NullMarked
package stemma.warehouse.store;

import org.jspecify.annotations.NullMarked;
