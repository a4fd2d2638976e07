/**
 * Which lot went into which: links stated by events, links derived from them (carry-over, vessels,
 * pools), and the trace over them by generation, forward and backward, complete or saying so; with
 * where each lot is and went, what a trace exposes, and what a correction touches.
 */
@NullMarked
package stemma.genealogy;

import org.jspecify.annotations.NullMarked;
