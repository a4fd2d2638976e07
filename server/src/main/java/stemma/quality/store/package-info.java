/** The tables of quality. */
@NullMarked
package stemma.quality.store;

import org.jspecify.annotations.NullMarked;
