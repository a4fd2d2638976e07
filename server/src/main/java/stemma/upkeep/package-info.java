/**
 * Equipment is fit before it is used: what was told of a resource (calibrations, maintenance, the
 * verification of a cleaning, the readings of its environment), what must be true of it at use, and
 * the log of its use. A cleaning is an event of the ledger; all else is told here, never changed,
 * each with its line in the audit trail.
 */
@NullMarked
package stemma.upkeep;

import org.jspecify.annotations.NullMarked;
