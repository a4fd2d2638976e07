/** The SQL of upkeep. */
@NullMarked
package stemma.upkeep.store;

import org.jspecify.annotations.NullMarked;
