package stemma.genealogy.store;

import stemma.genealogy.Span;
import stemma.genealogy.store.FlowRow.Window;

import java.util.Collection;
import java.util.List;

/**
 * What hangs on lots and runs, as a search asks for it; as of one state of knowledge. Each is asked
 * for a set, and the rows come in no order.
 */
public interface Links {
    /** Returns the links by which these lots fed runs. */
    List<FedRow> fedBy(Collection<Span> lots);

    /**
     * Returns the links by which an input is recorded for some outputs, of which these are some.
     */
    List<FedRow> fedInto(Collection<Span> outputs);

    /** Returns everything that fed these runs. */
    List<FedRow> inputs(Collection<Long> runs);

    /** Returns the outputs into which those links say that their input went. */
    List<FedIntoRow> outputsOf(Collection<Long> fed);

    /** Returns everything that these runs yielded. */
    List<YieldedRow> outputs(Collection<Long> runs);

    /** Returns the links by which runs yielded these lots. */
    List<YieldedRow> yielding(Collection<Span> lots);

    /** Returns the runs to which these may have left material. */
    List<CarriedRow> after(Collection<Long> runs);

    /** Returns the runs that may have left material to these. */
    List<CarriedRow> before(Collection<Long> runs);

    /** Returns the fills by which these lots went into vessels. */
    List<FlowRow> fillsOf(Collection<Span> lots);

    /** Returns the draws by which these lots came out of vessels. */
    List<FlowRow> drawsOf(Collection<Span> lots);

    /** Returns for each window the draws that may have happened in it. */
    List<FlowRow> drawsIn(Collection<Window> windows);

    /** Returns for each window the fills that may have happened in it. */
    List<FlowRow> fillsIn(Collection<Window> windows);
}
