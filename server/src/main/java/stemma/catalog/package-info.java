/**
 * The masters: items with tracking, units and shelf life, exact conversions, partners and their
 * ship-tos, sites, locations, resources and recipes. A master is never deleted: it is defined,
 * revised with its history kept, and retired. Every change stands in the sealed audit trail. Codes
 * are unique on their normal form, so that "flour " and "FLOUR" are one item.
 */
@NullMarked
package stemma.catalog;

import org.jspecify.annotations.NullMarked;
