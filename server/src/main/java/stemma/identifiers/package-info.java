/**
 * The names by which the plant, its partners and its records are told apart: one type each, checked
 * where it is made, so that a lot is never taken for a run.
 */
@NullMarked
package stemma.identifiers;

import org.jspecify.annotations.NullMarked;
