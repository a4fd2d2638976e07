/**
 * What leaves the system on paper: labels with their symbols, true in millimetres, as PDF, ZPL and
 * SVG; papers with page x of y, question, time, person, program version and hash; and the record of
 * everything that was printed, by whom, and why it was printed again. What a label says is put
 * together by the rooms above; this room knows no lot.
 */
@NullMarked
package stemma.printing;

import org.jspecify.annotations.NullMarked;
