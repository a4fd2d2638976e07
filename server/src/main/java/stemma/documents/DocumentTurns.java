package stemma.documents;

import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.Violation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets those who write under one document take turns, so that each finds what the others said. It
 * refuses nothing.
 */
final class DocumentTurns implements Guard {
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
        for (DocumentEntry entry : DocumentEntries.of(event)) {
            if (entry.part() == DocumentEntry.Part.BEFALLS) continue;
            keys.add(entry.kind().word() + ":" + entry.key().code());
        }
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        return CONTENT;
    }
}
