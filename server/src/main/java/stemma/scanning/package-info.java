/**
 * What a scanned text means in this record: a lot, a unit, an item, a container, a place, a
 * document, a quantity or a command; or that it cannot be read, is not known, is not what was asked
 * for, and what to do then. Reads identifiers, masters, lots, stock and the ledger; keeps nothing.
 */
@NullMarked
package stemma.scanning;

import org.jspecify.annotations.NullMarked;
