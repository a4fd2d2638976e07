/** The SQL of the catalog: one table of each kind of master, read and written set-wise. */
@NullMarked
package stemma.catalog.store;

import org.jspecify.annotations.NullMarked;
