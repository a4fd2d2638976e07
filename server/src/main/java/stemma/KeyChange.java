package stemma;

import org.jspecify.annotations.Nullable;

import stemma.audit.TrailQuery;
import stemma.database.DatabaseRefused;
import stemma.journal.Author;
import stemma.journal.Checkpoint;
import stemma.journal.Keyring;
import stemma.journal.SealingKey;
import stemma.journal.VerifyingKey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How another key comes to seal the record: the audit trail tells it, and where the key before is
 * there to do so, it hands the log over.
 */
final class KeyChange {
    private static final String CHANGED = "sealing_key_changed";
    private static final String BEGUN = "sealing_key_begun";

    private final World world;
    private final Keyring keys;

    KeyChange(World world, Keyring keys) {
        this.world = world;
        this.keys = keys;
    }

    /**
     * Has the current key hand the log over to a new one, and leaves nothing of the current one.
     * What was broken off is ended when it is asked again, or when the server starts.
     */
    Checkpoint change(String reason) {
        SealingKey next = keys.next();
        tell(CHANGED, world.sealer().verifying(), next.verifying(), reason);
        Checkpoint handover = world.sealer().handOver(next);
        keys.change();
        return handover;
    }

    /**
     * Tells where the log so far was sealed by a key that did not hand it over: its file is gone,
     * or the record was restored elsewhere. Refuses to go on with a key that handed it over.
     */
    void tellOfBeginning() {
        world.sealer().sealedByAnother().ifPresent(last -> {
            VerifyingKey ours = world.sealer().verifying();
            if (world.sealer().hasHandedOver())
                throw new DatabaseRefused(
                        "sealing_key_handed_over",
                        "The record was handed over to another key than that of sealing.key."
                                + " Put the newest back; "
                                + last.at()
                                + " was when it last sealed.");
            VerifyingKey before = keys.verifying().all().stream()
                    .filter(key -> key.signed(last.note()))
                    .findFirst()
                    .orElse(null);
            if (!isTold(ours)) tell(BEGUN, before, ours, "No key before it handed the log over.");
        });
    }

    private void tell(
            String action, @Nullable VerifyingKey before, VerifyingKey after, String reason) {
        world.transactions()
                .executeWithoutResult(status -> world.audit()
                        .record(
                                Author.CONSOLE,
                                action,
                                after.toString(),
                                before == null ? null : key(before),
                                key(after),
                                reason));
    }

    private boolean isTold(VerifyingKey begun) {
        TrailQuery query = TrailQuery.all().of(begun.toString()).doing(BEGUN).limit(1);
        return !world.audit().trail(query).entries().isEmpty();
    }

    private static JsonNode key(VerifyingKey key) {
        return JsonNodeFactory.instance.objectNode().put("key", key.toString());
    }
}
