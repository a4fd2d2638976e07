/**
 * What stands where and what is to be done about it: the stock by item, lot, place and container,
 * what expires or waits, moves and transfers, cycle counts, and the containers that goods are
 * packed into. It reads the rooms of truth and gives in events like every other door; tables of its
 * own hold what is no event, such as a count that is under way.
 */
@NullMarked
package stemma.warehouse;

import org.jspecify.annotations.NullMarked;
