/** The SQL of lots: what they are, their numbers, serials and judgements. */
@NullMarked
package stemma.lots.store;

import org.jspecify.annotations.NullMarked;
