/** The tables of production, and the SQL that keeps and reads them. */
@NullMarked
package stemma.production.store;

import org.jspecify.annotations.NullMarked;
