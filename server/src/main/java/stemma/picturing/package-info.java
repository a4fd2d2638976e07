/**
 * Pictures of how things come of each other: boxes in lanes from left to right, with what goes
 * along each link. What is drawn is told in plain words by the room that asks; here like is put
 * with like where there is much, places are found by ELK's layered layout, and the same picture
 * always comes of the same words. Knows no lots, no runs and no database.
 */
@NullMarked
package stemma.picturing;

import org.jspecify.annotations.NullMarked;
