/** A whole ledger goes out into an archive and comes back. */
@NullMarked
package stemma.restore;

import org.jspecify.annotations.NullMarked;
