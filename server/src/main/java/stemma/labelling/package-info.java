/**
 * Puts together what labels say: of the lots that an entry bore, of lots, units, containers and
 * locations, and the cards for scanners. It reads the masters and the truth and prints nothing
 * itself; the room of printing draws, counts and keeps.
 */
@NullMarked
package stemma.labelling;

import org.jspecify.annotations.NullMarked;
