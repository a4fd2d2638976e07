/** The tables of shipping, and the SQL that keeps and reads them. */
@NullMarked
package stemma.shipping.store;

import org.jspecify.annotations.NullMarked;
