/**
 * Who changed what, from what to what, when and why, and what was refused to whom. Every record is
 * an entry of the journal, sealed in the same log as the events; there is no switch for it.
 */
@NullMarked
package stemma.audit;

import org.jspecify.annotations.NullMarked;
