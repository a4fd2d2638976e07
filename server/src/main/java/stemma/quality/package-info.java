/**
 * Material is judged before it is used: what an item is held against (specifications), what waits
 * to be judged (inspections), what was measured (results), what follows (verdicts), and the rules
 * under which somebody who did not make a lot gives it a status. An inspection opens by itself with
 * the birth of a lot; a status is an event of the ledger and names the inspections it rests on.
 */
@NullMarked
package stemma.quality;

import org.jspecify.annotations.NullMarked;
