/**
 * What went wrong: complaints, nonconformances, deviations and CAPA, as one kind of file. A case is
 * what was entered in it, in order; entries are never changed, each has its line in the audit
 * trail, and closing is signed. A case stops nothing: that is what the hold is for that it names.
 */
@NullMarked
package stemma.nonconformance;

import org.jspecify.annotations.NullMarked;
