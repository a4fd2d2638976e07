package stemma.trail;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.audit.Audit;
import stemma.audit.AuditEntry;
import stemma.audit.TrailPage;
import stemma.audit.TrailQuery;
import stemma.catalog.Catalog;
import stemma.catalog.Loosening;
import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.journal.CanonicalJson;
import stemma.journal.Entry;
import stemma.journal.Journal;
import stemma.ledger.BodyJson;
import stemma.lots.Lots;
import stemma.signatures.Digest;
import stemma.upkeep.Requirement;
import stemma.upkeep.Telling;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where control over items, equipment and recipes was lessened, read off the audit trail, which
 * alone can tell.
 */
public final class Loosenings {
    private static final Duration READ = Duration.ofDays(366);
    private static final String ITEM = "item:";
    private static final String RECIPE = "recipe:";
    private static final String RESOURCE = "resource:";
    private final Journal journal;
    private final Audit audit;
    private final Lots lots;
    private final WiderRecipes recipes;

    Loosenings(Journal journal, Audit audit, Lots lots, Catalog catalog) {
        this.journal = journal;
        this.audit = audit;
        this.lots = lots;
        this.recipes = new WiderRecipes(catalog, audit);
    }

    /** Returns those of the year before the latest entry, the latest first. */
    public List<Loosened> of(Caller caller) {
        caller.require(Permission.SEE_AUDIT);
        Instant now = journal.back(Long.MAX_VALUE, 0, 1).stream()
                .map(Entry::recordedAt)
                .findFirst()
                .orElse(Instant.EPOCH.plus(READ));
        List<Loosened> all = new ArrayList<>();
        for (String action : List.of(Loosening.REVISED, Loosening.DEFINED, Telling.ENDED))
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
        if (change.action().equals(Telling.ENDED) && before != null)
            return Optional.of(told(change, ended(before), List.of("asked no more"), before));
        if (after == null) return Optional.empty();
        List<String> less = less(change, before, after);
        if (less.isEmpty()) return Optional.empty();
        String code = after.path(isRecipe(change) ? "item" : "code").asString("");
        Loosened.Of of = change.subject().startsWith(RESOURCE)
                ? new Loosened.Of.Equipment(code)
                : goods(new ItemCode(code), change.recordedAt());
        return Optional.of(told(change, of, less, after));
    }

    private static boolean isRecipe(AuditEntry.Changed change) {
        return change.subject().startsWith(RECIPE);
    }

    private List<String> less(
            AuditEntry.Changed change, @Nullable JsonNode before, JsonNode after) {
        String subject = change.subject();
        if (before == null || before.isNull()) {
            if (isRecipe(change)) return recipes.less(after, change.recordedAt());
            return subject.startsWith(ITEM) ? Loosening.ofNew(after) : List.of();
        }
        if (subject.startsWith(RESOURCE)) return Loosening.ofResource(before, after);
        return subject.startsWith(ITEM) ? Loosening.of(before, after) : List.of();
    }

    private Loosened.Of goods(ItemCode item, Instant since) {
        return new Loosened.Of.Goods(item, lots.begunSince(item, since));
    }

    private static Loosened.Of ended(JsonNode requirement) {
        return new Loosened.Of.Equipment(
                BodyJson.read(Requirement.class, CanonicalJson.bytes(requirement))
                        .words());
    }

    private Loosened told(
            AuditEntry.Changed change, Loosened.Of of, List<String> less, JsonNode signed) {
        return new Loosened(
                of,
                change.recordedAt(),
                change.author().actor(),
                less,
                Objects.requireNonNullElse(change.reason(), ""),
                signer(signed, change.recordedAt()));
    }

    /** The signature is an entry of the same transaction, over exactly what changed. */
    private @Nullable ActorId signer(JsonNode signed, Instant at) {
        TrailQuery query = TrailQuery.all()
                .of("digest " + Digest.of(CanonicalJson.bytes(signed)).text())
                .doing("signed")
                .limit(TrailQuery.MOST);
        return audit.trail(query).entries().stream()
                .filter(entry -> Duration.between(entry.recordedAt(), at).abs().toSeconds() < 60)
                .map(entry -> entry.author().actor())
                .findFirst()
                .orElse(null);
    }
}
