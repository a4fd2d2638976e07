/**
 * The door for programs and files: events by REST and as JSON lines, and the archive that carries a
 * whole ledger away and back. It resolves what people call things and then uses the one door.
 */
@NullMarked
package stemma.exchange;

import org.jspecify.annotations.NullMarked;
