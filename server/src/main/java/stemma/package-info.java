/** The composition root: opens the rooms in the order of their bands and starts the doors. */
@NullMarked
package stemma;

import org.jspecify.annotations.NullMarked;
