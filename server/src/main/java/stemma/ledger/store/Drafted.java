package stemma.ledger.store;

import stemma.journal.Draft;
import stemma.journal.EntryKind;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Writing;

import java.util.List;

/** An event about to be written, spelled as it will stand in the journal. */
public record Drafted(Writing writing, Draft draft) {
    // So many are spelled by all cores at once.
    private static final int TOGETHER = 100;

    /** Spells the events, in their order. */
    public static List<Drafted> all(List<Writing> writings) {
        boolean isMany = writings.size() > TOGETHER;
        return (isMany ? writings.parallelStream() : writings.stream())
                .map(Drafted::of)
                .toList();
    }

    private static Drafted of(Writing writing) {
        Event event = writing.candidate().event();
        Draft draft = new Draft(
                EntryKind.EVENT,
                event.id().uuid(),
                writing.digest(),
                writing.author(),
                EventJson.bytes(event));
        return new Drafted(writing, draft);
    }
}
