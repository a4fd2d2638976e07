package stemma.verifier;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that are believed, each in its time: those that were given, and whatever is joined to
 * one of them by handovers that both keys signed. The key that ends signs no larger log than that
 * of the handover, the one that begins no smaller.
 */
final class Chain {
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, Checkpoint> ended = new HashMap<>();
    private final Map<String, Checkpoint> begun = new HashMap<>();

    private Chain(List<Key> believed) {
        believed.forEach(key -> keys.put(key.text(), key));
    }

    /** Follows the handovers among the checkpoints; tells of those that do not hold. */
    static Chain of(List<Key> believed, List<Checkpoint> checkpoints, Report report) {
        Chain chain = new Chain(believed);
        List<Checkpoint> handovers = checkpoints.stream()
                .filter(one -> one.handover().isPresent() && one.isWhole())
                .toList();
        chain.follow(handovers);
        for (Checkpoint one : handovers) chain.take(one, report);
        return chain;
    }

    /** Each round joins the keys that are one handover further away. */
    private void follow(List<Checkpoint> handovers) {
        int before = -1;
        while (before < keys.size()) {
            before = keys.size();
            for (Checkpoint one : handovers) {
                Handover handover = one.handover().orElseThrow();
                if (isBelieved(handover.from()) || isBelieved(handover.to())) {
                    keys.putIfAbsent(handover.from().text(), handover.from());
                    keys.putIfAbsent(handover.to().text(), handover.to());
                }
            }
        }
    }

    private void take(Checkpoint one, Report report) {
        Handover handover = one.handover().orElseThrow();
        if (!isBelieved(handover.from())) return;
        Checkpoint other = ended.putIfAbsent(handover.from().text(), one);
        if (other == null || isSame(other, one))
            other = begun.putIfAbsent(handover.to().text(), one);
        if (other != null && !isSame(other, one))
            report.found(Fault.of(
                    Code.HANDOVER_TWICE,
                    "of the handovers at " + other.size() + " and " + one.size()
                            + " entries only one can be: a key is in somebody else's hands"));
    }

    private static boolean isSame(Checkpoint one, Checkpoint other) {
        return one.note().text().equals(other.note().text());
    }

    private boolean isBelieved(Key key) {
        return keys.containsKey(key.text());
    }

    /** Returns what is wrong with who signed a checkpoint, if anything. */
    Optional<Fault> fault(Checkpoint one, boolean isKeptElsewhere) {
        String which =
                one.size() + " entries" + (isKeptElsewhere ? " that was kept elsewhere" : "");
        if (one.handover().isPresent() && !one.isWhole())
            return Optional.of(Fault.of(
                    Code.HANDOVER_NOT_SIGNED, "not both keys signed the handover at " + which));
        List<Key> signers = keys.values().stream().filter(one::isSignedBy).toList();
        if (signers.isEmpty() || !one.isWhole())
            return Optional.of(Fault.of(
                    Code.CHECKPOINT_NOT_SIGNED,
                    "no key that is known signed the checkpoint of " + which));
        // A plain checkpoint has one signer; a handover two, and it is the time of both.
        if (signers.stream().allMatch(key -> isInTime(key, one.size()))) return Optional.empty();
        return Optional.of(Fault.of(
                Code.KEY_OUT_OF_TIME,
                "a key that then was not the log's signed the checkpoint of " + which));
    }

    /** Says whether a key whose time it was signed a note about a log of that size. */
    boolean signed(Note note, long size) {
        return keys.values().stream().anyMatch(key -> note.isSignedBy(key) && isInTime(key, size));
    }

    private boolean isInTime(Key key, long size) {
        Checkpoint beginning = begun.get(key.text());
        Checkpoint end = ended.get(key.text());
        return (beginning == null || size >= beginning.size())
                && (end == null || size <= end.size());
    }

    /** Tells each key, and how it came to be the log's. */
    void tell(Report report) {
        for (Key key : keys.values()) {
            Checkpoint end = ended.get(key.text());
            Checkpoint beginning = begun.get(key.text());
            report.told("key " + key.text()
                    + (beginning == null ? "" : ", from " + beginning.size() + " entries on")
                    + (end == null ? "" : ", until " + end.size() + " entries"));
        }
        long unjoined =
                keys.keySet().stream().filter(key -> !begun.containsKey(key)).count();
        if (unjoined > 1)
            report.told(unjoined + " keys that no other handed the log over to: compare each of "
                    + "them with one that you have from elsewhere");
    }
}
