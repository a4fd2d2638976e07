/** The table of signatures. */
@NullMarked
package stemma.signatures.store;

import org.jspecify.annotations.NullMarked;
