package stemma.ledger;

import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.Finding;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.ledger.store.LedgerStore;
import stemma.signatures.Signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * That each room's rows of an event are what the sealed event says, no more and no less: lots,
 * movements, links, judgements and holds.
 */
final class TablesTellEvents implements Invariant {
    private static final int AT_ONCE = 1_000;

    private final Journal journal;
    private final LedgerStore store;
    private final Predicate<Signature> isGiven;
    private final List<Projection> projections;

    TablesTellEvents(
            Journal journal,
            LedgerStore store,
            Predicate<Signature> isGiven,
            List<Projection> projections) {
        this.journal = journal;
        this.store = store;
        this.isGiven = isGiven;
        this.projections = projections;
    }

    @Override
    public String word() {
        return "tables_tell_events";
    }

    @Override
    public String sentence() {
        return "Lots, movements, links, judgements and holds are those that the events state.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        long from = after.isEmpty() ? 0 : Long.parseLong(after);
        return journal.atOneMoment(() -> {
            long to = Math.min(journal.sealed().size(), from + AT_ONCE);
            Map<Long, Long> positions = new HashMap<>();
            List<Long> seqs = new ArrayList<>();
            journal.eachSealed(from, to, leaf -> {
                Entry entry = leaf.entry();
                if (entry.kind() != EntryKind.EVENT) return;
                positions.put(entry.seq(), leaf.position());
                seqs.add(entry.seq());
            });
            compare(seqs, positions, findings);
            long looked = Math.max(0, to - from);
            return looked < AT_ONCE ? Slice.end(looked) : Slice.more(Long.toString(to), looked);
        });
    }

    private void compare(List<Long> seqs, Map<Long, Long> positions, Consumer<Finding> findings) {
        if (seqs.isEmpty()) return;
        Retold retold = new Retold(
                read(seqs, positions, findings),
                positions,
                store.correctedBy(seqs),
                this::readable,
                findings);
        retold.events().forEach(one -> signed(one, positions, findings));
        store.compare(retold);
        for (Projection projection : projections) projection.compare(retold);
    }

    private void signed(Recorded one, Map<Long, Long> positions, Consumer<Finding> findings) {
        Signature signature = one.event().circumstances().signature();
        if (signature == null || isGiven.test(signature)) return;
        findings.accept(new Finding(
                "signature_missing",
                positions.getOrDefault(one.seq(), Finding.NOWHERE),
                "its signature by " + signature.name() + " is not among those that are kept"));
    }

    private List<Recorded> read(
            List<Long> seqs, Map<Long, Long> positions, Consumer<Finding> findings) {
        try {
            return store.ofSeqs(seqs);
        } catch (IllegalArgumentException | NoSuchElementException changed) {
            List<Recorded> legible = new ArrayList<>();
            for (long seq : seqs) {
                Optional<Recorded> one = readable(seq);
                one.ifPresent(legible::add);
                if (one.isPresent()) continue;
                findings.accept(new Finding(
                        "event_unreadable",
                        positions.getOrDefault(seq, Finding.NOWHERE),
                        "it is no event, or corrects none that is there"));
            }
            return legible;
        }
    }

    private Optional<Recorded> readable(long seq) {
        try {
            return store.ofSeqs(List.of(seq)).stream().findFirst();
        } catch (IllegalArgumentException | NoSuchElementException changed) {
            return Optional.empty();
        }
    }
}
