package stemma.ledger;

import stemma.identifiers.Portion;

import java.util.List;

/** What the ledger can be asked about the past. */
public interface History {
    /** Returns the events that touched a lot or any of the units, in the order of seq. */
    List<Recorded> of(Portion lot);

    /** Returns the events that bear a document's code: receipt, order, run, shipment, return, hold. */
    List<Recorded> ofDocument(String code);

    /** Returns reports that stand with violations and are not corrected, newest first, a page at a time. */
    List<Recorded> violating(int offset, int limit);

    /** Returns how many such reports there are. */
    long violatingCount();
}
