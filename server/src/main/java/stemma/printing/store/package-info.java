/** The table of what was printed. */
@NullMarked
package stemma.printing.store;

import org.jspecify.annotations.NullMarked;
