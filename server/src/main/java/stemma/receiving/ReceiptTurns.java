package stemma.receiving;

import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.Violation;
import stemma.receiving.store.ReceiptEntry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets those who write under one document take turns, so that each finds what the others said. It
 * refuses nothing.
 */
final class ReceiptTurns implements Guard {
    private static final Judge CONTENT = new Judge() {
        @Override
        public List<Violation> violations(Candidate candidate) {
            return List.of();
        }
    };

    @Override
    public Set<String> locks(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() != null) add(keys, candidate.effect());
            if (candidate.undone() != null) add(keys, candidate.undone().effect());
        }
        return keys;
    }

    private static void add(Set<String> keys, Event event) {
        for (ReceiptEntry entry : ReceiptEntry.of(event)) {
            entry.key().ifPresent(key -> keys.add("receipt:" + key.code()));
        }
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        return CONTENT;
    }
}
