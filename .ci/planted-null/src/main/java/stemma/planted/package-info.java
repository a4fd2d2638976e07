/** A fault on purpose. */
@NullMarked
package stemma.planted;

import org.jspecify.annotations.NullMarked;
