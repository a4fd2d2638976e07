/**
 * Who changed or attempted what, from what to what, when and why: every entry stands in the journal and
 * no switch turns it off.
 */
@NullMarked
package stemma.audit;

import org.jspecify.annotations.NullMarked;
