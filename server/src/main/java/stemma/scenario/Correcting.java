package stemma.scenario;

import stemma.ledger.Circumstances;
import stemma.ledger.Event;

import java.util.List;

/** How an earlier event is corrected: replaced by what really happened, or voided. */
final class Correcting {
    private Correcting() {}

    /** {@code correct e1 by consume F-102 10 kg in WO-57 because mistyped}. */
    static Act correct(Words words) {
        String label = words.next("a name given with as");
        words.expect("by");
        Act replacing = Grammar.act(words);
        return (scene, manner) -> {
            Event corrected = scene.labels().one(label);
            Event original = scene.labels().original(corrected);
            Manner as = new Manner(
                    original.circumstances().claim(),
                    manner.at(),
                    manner.recordedAt(),
                    null,
                    null,
                    null,
                    manner.site(),
                    null,
                    Labels.document(original),
                    manner.evidence(),
                    manner.touched(),
                    original.id());
            List<Event> replacements = replacing.events(scene, as);
            if (replacements.size() != 1) throw new Unclear("a correction replaces one event");
            Event replacement = replacements.getFirst();
            if (manner.at() == null) replacement = replacement.under(then(replacement, original));
            Circumstances now = new Occasion(scene, later(manner)).circumstances();
            return List.of(new Event.Corrected(now, corrected.id(), replacement));
        };
    }

    /** {@code void e1 because never_happened}. */
    static Act annul(Words words) {
        String label = words.next("a name given with as");
        return (scene, manner) -> List.of(new Event.Corrected(
                new Occasion(scene, manner).circumstances(),
                scene.labels().one(label).id(),
                null));
    }

    /** What happened, happened when it did; only the account of it changes. */
    private static Circumstances then(Event replacement, Event original) {
        Circumstances c = replacement.circumstances();
        return new Circumstances(
                c.id(),
                c.claim(),
                original.circumstances().occurredAt(),
                c.site(),
                c.evidence(),
                c.resources(),
                c.reason(),
                c.signature(),
                c.follows(),
                c.measured(),
                c.violations());
    }

    private static Manner later(Manner manner) {
        return new Manner(
                manner.claim(),
                null,
                null,
                manner.reason(),
                manner.signer(),
                manner.meaning(),
                manner.site(),
                manner.author(),
                manner.label(),
                null,
                List.of(),
                manner.id());
    }
}
