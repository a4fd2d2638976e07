package stemma.trail;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.audit.AuditEntry;
import stemma.audit.TrailPage;
import stemma.audit.TrailQuery;
import stemma.catalog.Loosening;
import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.journal.CanonicalJson;
import stemma.journal.Entry;
import stemma.journal.Journal;
import stemma.lots.Lots;
import stemma.signatures.Digest;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where control over items was lessened, read off the audit trail, which alone can tell. */
public final class Loosenings {
    private static final Duration READ = Duration.ofDays(366);
    private final Journal journal;
    private final Audit audit;
    private final Lots lots;

    Loosenings(Journal journal, Audit audit, Lots lots) {
        this.journal = journal;
        this.audit = audit;
        this.lots = lots;
    }

    /** Returns those of the year before the latest entry, the latest first. */
    public List<Loosened> of(Caller caller) {
        caller.require(Permission.SEE_AUDIT);
        Instant now = journal.back(Long.MAX_VALUE, 0, 1).stream()
                .map(Entry::recordedAt)
                .findFirst()
                .orElse(Instant.EPOCH.plus(READ));
        List<Loosened> all = new ArrayList<>();
        for (String action : List.of(Loosening.REVISED, Loosening.DEFINED))
            all.addAll(doing(action, now));
        all.sort(Comparator.comparing(Loosened::at).reversed());
        return all;
    }

    private List<Loosened> doing(String action, Instant now) {
        List<Loosened> all = new ArrayList<>();
        TrailQuery query = TrailQuery.all()
                .doing(action)
                .between(now.minus(READ), now.plusSeconds(1))
                .refusals(TrailQuery.Refusals.WITHOUT)
                .limit(TrailQuery.MOST);
        Optional<TrailQuery> next = Optional.of(query);
        while (next.isPresent()) {
            TrailPage page = audit.trail(next.get());
            for (AuditEntry entry : page.entries())
                if (entry instanceof AuditEntry.Changed change)
                    loosened(change).ifPresent(all::add);
            next = page.next().map(query::after);
        }
        return all;
    }

    private Optional<Loosened> loosened(AuditEntry.Changed change) {
        JsonNode before = change.before();
        JsonNode after = change.after();
        if (after == null || !change.subject().startsWith("item:")) return Optional.empty();
        List<String> less = before == null || before.isNull()
                ? Loosening.ofNew(after)
                : Loosening.of(before, after);
        if (less.isEmpty()) return Optional.empty();
        ItemCode item = new ItemCode(after.path("code").asString(""));
        return Optional.of(new Loosened(
                item,
                change.recordedAt(),
                change.author().actor(),
                less,
                Objects.requireNonNullElse(change.reason(), ""),
                signer(after, change.recordedAt()),
                lots.begunSince(item, change.recordedAt())));
    }

    /** The signature is an entry of the same transaction, over exactly what the item became. */
    private @Nullable ActorId signer(JsonNode after, Instant at) {
        TrailQuery query = TrailQuery.all()
                .of("digest " + Digest.of(CanonicalJson.bytes(after)).text())
                .doing("signed")
                .limit(TrailQuery.MOST);
        return audit.trail(query).entries().stream()
                .filter(entry -> Duration.between(entry.recordedAt(), at).abs().toSeconds() < 60)
                .map(entry -> entry.author().actor())
                .findFirst()
                .orElse(null);
    }
}
