/**
 * The documents of the plant as its events tell them: receipts, runs, shipments and returns. A
 * document is a code that events bear; this room keeps what each event says of it, ended by a
 * correction and never erased, and one row for what all that stands says together, by which lists
 * are paged. What a document means is for the rooms of work.
 */
@NullMarked
package stemma.documents;

import org.jspecify.annotations.NullMarked;
