package stemma.genealogy;

/** A node of a trace: a lot or units reached, a run, or a vessel between emptyings. */
public sealed interface TraceNode permits Reached, TracedRun, Epoch {
    /** Its place in {@link Trace#nodes}, the same for the same answer. */
    int number();
}
