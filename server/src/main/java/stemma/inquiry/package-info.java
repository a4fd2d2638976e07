/**
 * The answers: what a number means, the card of a lot, the trace, the exposure board and the
 * documents of the trade, each put together from the rooms of truth and said in words. Nothing is
 * stored here.
 */
@NullMarked
package stemma.inquiry;

import org.jspecify.annotations.NullMarked;
