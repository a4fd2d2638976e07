package stemma.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AtOnce;
import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Journal;
import stemma.journal.Knowledge;
import stemma.ledger.store.LedgerStore;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the ledger can be asked about the past. */
public interface History {
    /** Returns the past as the database has it, for rooms that judge by it inside an append. */
    static History over(JdbcClient database, Journal journal) {
        return new LedgerStore(database, journal);
    }

    /** Returns events by their seqs, in that order; unknown ones are left out. */
    List<Recorded> ofSeqs(Collection<Long> seqs);

    /** Returns events by their ids, in the order of seq; unknown ones are left out. */
    List<Recorded> read(Collection<EventId> ids);

    /** Returns the events that touched a lot or any of the units, in the order of seq. */
    List<Recorded> of(Portion lot);

    /**
     * Returns a page of the events that touched any of the lots, each once, the youngest seq first.
     */
    List<Recorded> of(Collection<Portion> lots, int offset, int limit);

    /** Returns how many events touched any of the lots. */
    long count(Collection<Portion> lots);

    /**
     * Returns those of the lots that an event with a seq in [first, end) touched, one at any of the
     * sites where sites are given.
     */
    Set<Portion> touched(
            Collection<Portion> lots, Optional<Set<SiteCode>> sites, long first, long end);

    /**
     * Returns the corrections that name any of these events, by the seq of the event that each
     * names.
     */
    Map<Long, Recorded> corrections(Collection<Long> seqs);

    /** Returns documents whose code begins with the text, in normal form, at most {@code limit}. */
    List<String> documentsBeginningWith(String text, int limit);

    /**
     * Returns the events that bear a document's code: receipt, order, run, shipment, return, hold.
     */
    List<Recorded> ofDocument(String code);

    /**
     * Returns reports that stand with violations and are not corrected, newest first, a page at a
     * time; where sites are given, those at them.
     */
    List<Recorded> violating(Optional<Set<SiteCode>> sites, int offset, int limit);

    /** Returns the same of all sites. */
    default List<Recorded> violating(int offset, int limit) {
        return violating(Optional.empty(), offset, limit);
    }

    /**
     * Asks, together with other questions, for the reports that touched any of the lots, stand with
     * violations and are not corrected.
     */
    Supplier<List<Recorded>> violating(AtOnce message, Collection<Portion> lots);

    /** Returns how many such reports there are. */
    long violatingCount(Optional<Set<SiteCode>> sites);

    /**
     * Returns the events that touch any of the lots or bear any of the documents' codes, and what
     * corrects them, that are known later and were not known earlier; in the order of seq. What
     * only judges or holds is left out.
     */
    List<Recorded> learned(
            Collection<Portion> lots,
            Collection<String> documents,
            Knowledge earlier,
            Knowledge later);

    /** Returns the emptyings of any of the vessels, and what corrects them, learned so. */
    List<Recorded> emptiedSince(
            Collection<ResourceCode> vessels, Knowledge earlier, Knowledge later);
}
