/** Keeps cases, their entries, what they are about, and who complained. */
@NullMarked
package stemma.nonconformance.store;

import org.jspecify.annotations.NullMarked;
