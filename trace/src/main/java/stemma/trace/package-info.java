/**
 * The trace engine: which lot may be in which, answered in memory. It is told facts (which lot fed
 * which run, what the run yielded, what went into a vessel and came out), in any order, and derives
 * what follows from them; {@link stemma.trace.TraceIndex} is the one way in. It depends on nothing.
 */
package stemma.trace;
