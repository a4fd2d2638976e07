/**
 * The audit trail as those read it who check: every change of a document, a master or a person and
 * every event in one table, each line with what it changed and its proof; as a page, as files, and
 * reviewed by signature up to a sealed size. It keeps nothing of its own beside the journal.
 */
@NullMarked
package stemma.trail;

import org.jspecify.annotations.NullMarked;
