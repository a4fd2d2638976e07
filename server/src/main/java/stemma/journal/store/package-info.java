/** The journal's SQL: entries, their keys, leaves, tiles and checkpoints. Private to the room. */
@NullMarked
package stemma.journal.store;

import org.jspecify.annotations.NullMarked;
