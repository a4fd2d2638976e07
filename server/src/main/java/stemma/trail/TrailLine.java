package stemma.trail;

import org.jspecify.annotations.Nullable;

import stemma.journal.Author;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One entry of the journal as a line of the trail: who (actor, printed name, session, device), when
 * it was recorded, what was done to what, where (sites and items it names; none where it names
 * none), under which numbers of lots and documents people know it, each field that changed, and
 * why. A refused attempt has the code of its refusal and changed nothing. {@code id} is that of the
 * entry, by which it is proven; {@code leaf} is what stands for it in the Merkle log, in lower-case
 * hexadecimal, and {@code position} where, once it is sealed.
 */
public record TrailLine(
        long seq,
        @Nullable Long position,
        UUID id,
        String leaf,
        Instant recordedAt,
        Author author,
        String printedName,
        boolean isEvent,
        String action,
        String subject,
        Set<String> names,
        Set<String> sites,
        Set<String> items,
        List<Difference> changes,
        @Nullable String refusal,
        @Nullable String reason) {
    public TrailLine {
        names = Set.copyOf(names);
        sites = Set.copyOf(sites);
        items = Set.copyOf(items);
        changes = List.copyOf(changes);
    }

    /** Tells whether it stands among the first so many entries of the log. */
    public boolean isWithin(long sealedSize) {
        return position != null && position < sealedSize;
    }

    /** Returns the printed name, or the actor id where the name is erased or never was one. */
    public String who() {
        return printedName.isEmpty() ? author.actor().code() : printedName;
    }

    /** Returns what is left of the line where only these items and sites may be told of. */
    TrailLine about(Set<String> some, Set<String> at) {
        return new TrailLine(
                seq,
                position,
                id,
                leaf,
                recordedAt,
                author,
                printedName,
                isEvent,
                action,
                String.join(" · ", some),
                Set.of(),
                at,
                some,
                List.of(),
                refusal,
                null);
    }

    public boolean isRefused() {
        return refusal != null;
    }
}
