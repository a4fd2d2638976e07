/** The tables of receiving, and the SQL that keeps and reads them. */
@NullMarked
package stemma.receiving.store;

import org.jspecify.annotations.NullMarked;
