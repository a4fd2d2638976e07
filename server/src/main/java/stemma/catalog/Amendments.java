package stemma.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.catalog.AmendmentAnswer.Amended;
import stemma.catalog.AmendmentAnswer.Refused;
import stemma.catalog.MasterChange.Effect;
import stemma.catalog.store.ConversionTable;
import stemma.catalog.store.ItemTable;
import stemma.catalog.store.Tables;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.journal.Author;
import stemma.signatures.Offered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes amendments one after another: all amendments of a catalog share one lock, since masters
 * change seldom and rules such as one bearer per GTIN look at many rows. A refusal changes nothing
 * but the trail, which keeps the attempt.
 */
record Amendments(
        JdbcClient jdbc,
        TransactionTemplate transaction,
        Tables tables,
        Audit audit,
        UsedMasters used) {
    private static final int LOCK = 0x0CA7A106;

    AmendmentAnswer amend(Amendment amendment, Author author) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Amendment numbered = lockAndNumber(amendment);
            List<MasterRefusal> refusals = refusals(numbered);
            if (!refusals.isEmpty()) return refused(numbered, refusals, author);
            return recorded(numbered, author);
        }));
    }

    // Of a refused amendment the trail keeps the first refusal and the master that it is about.
    private Refused refused(Amendment amendment, List<MasterRefusal> refusals, Author author) {
        MasterRefusal first = refusals.getFirst();
        Master about = CatalogState.byKey(amendment.masters())
                .getOrDefault(first.key(), amendment.masters().getFirst());
        audit.refused(author, first.key().toString(), first.code(), MasterJson.of(about));
        return new Refused(refusals);
    }

    /** Returns what amending would answer, and changes nothing. */
    AmendmentAnswer rehearse(Amendment amendment) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Amendment numbered = lockAndNumber(amendment);
            List<MasterRefusal> refusals = refusals(numbered);
            if (!refusals.isEmpty()) return new Refused(refusals);
            status.setRollbackOnly();
            return new Amended(written(numbered));
        }));
    }

    // A conversion's version is the catalog's to count: the proposal bears the one that stands.
    private Amendment lockAndNumber(Amendment amendment) {
        jdbc.sql("select pg_advisory_xact_lock(?, 0)").param(LOCK).query(row -> {});
        Map<MasterKey, Revised<? extends Master>> standing = tables.find(keys(amendment));
        List<Master> numbered = new ArrayList<>();
        for (Master master : amendment.masters()) {
            Revised<? extends Master> revised = standing.get(master.key());
            numbered.add(
                    master instanceof Conversion conversion
                            ? conversion.at(revised == null ? 0 : revised.revision())
                            : master);
        }
        return new Amendment(numbered, amendment.basedOn(), amendment.reason(), amendment.signed());
    }

    private List<MasterRefusal> refusals(Amendment amendment) {
        Set<MasterKey> touched = new HashSet<>(keys(amendment));
        Set<ItemCode> converted = new HashSet<>();
        Set<Gtin> gtins = new HashSet<>();
        Scope scope = Scope.OF_ITEMS;
        for (Master master : amendment.masters()) {
            touched.addAll(master.restsOn());
            switch (master) {
                case Item item -> gtins.addAll(item.policy().gtins());
                case Conversion conversion when conversion.item() == null -> scope = Scope.OF_ALL;
                case Conversion conversion -> converted.add(conversion.item());
                case Recipe recipe -> recipe.lines().forEach(line -> converted.add(line.item()));
                case LinedOrder order -> order.lines().forEach(line -> converted.add(line.item()));
                case WorkOrder order -> converted.add(order.item());
                case Site _, Location _, Partner _, ShipTo _, Resource _ -> {}
            }
        }
        Map<MasterKey, Revised<? extends Master>> standing = tables.find(touched);
        List<Conversion> conversions = scope == Scope.OF_ALL
                ? ConversionTable.inUse(jdbc)
                : ConversionTable.inUse(jdbc, normals(converted));
        return new AmendmentRules(
                        amendment,
                        new CatalogState(
                                standing,
                                CatalogState.byKey(amendment.masters()),
                                ItemTable.bearers(jdbc, gtins),
                                conversions,
                                usedAmongst(amendment, standing)))
                .refusals();
    }

    private enum Scope {
        OF_ITEMS,
        OF_ALL
    }

    // Only what must not change asks for history: most amendments cost no such query.
    private Set<MasterKey> usedAmongst(
            Amendment amendment, Map<MasterKey, Revised<? extends Master>> standing) {
        Set<MasterKey> changing = new HashSet<>();
        for (Master after : amendment.masters()) {
            Revised<? extends Master> revised = standing.get(after.key());
            if (revised != null && isFixedOnceUsed(revised.master(), after))
                changing.add(after.key());
        }
        return changing.isEmpty() ? Set.of() : used.amongst(changing);
    }

    private static boolean isFixedOnceUsed(Master before, Master after) {
        return switch (before) {
            case Item was
            when after instanceof Item is ->
                was.tracking() != is.tracking() || !was.baseUnit().equals(is.baseUnit());
            case WorkOrder was
            when after instanceof WorkOrder is -> !was.recipe().equals(is.recipe());
            default -> false;
        };
    }

    private Amended recorded(Amendment amendment, Author author) {
        Map<MasterKey, Revised<? extends Master>> before = tables.find(keys(amendment));
        List<MasterChange> changes = written(amendment);
        boolean isSigned = changes.stream()
                .anyMatch(change -> before.get(change.key()) instanceof Revised<?> old
                        && Loosening.isLess(old.master(), change.master()));
        if (isSigned) amendment.signed().ifPresent(Offered::give);
        for (MasterChange change : changes) {
            if (change.effect() == Effect.UNCHANGED) continue;
            Revised<? extends Master> old = before.get(change.key());
            audit.record(
                    author,
                    action(old == null ? null : old.master(), change.master()),
                    change.key().toString(),
                    old == null ? null : MasterJson.of(old.master()),
                    MasterJson.of(change.master()),
                    amendment.reason().isEmpty() ? null : amendment.reason());
        }
        return new Amended(changes);
    }

    private static String action(@Nullable Master before, Master after) {
        if (before == null) return Loosening.DEFINED;
        if (before.standing() == after.standing()) return Loosening.REVISED;
        return after.standing() == Standing.RETIRED ? "master_retired" : "master_reinstated";
    }

    private List<MasterChange> written(Amendment amendment) {
        Map<MasterKey, Revised<? extends Master>> before = tables.find(keys(amendment));
        Map<MasterKind, List<Master>> byKind = new TreeMap<>();
        for (Master master : amendment.masters()) {
            byKind.computeIfAbsent(master.key().kind(), kind -> new ArrayList<>())
                    .add(master);
        }
        byKind.forEach((kind, masters) -> tables.of(kind).put(MasterJson.rows(masters)));
        Map<MasterKey, Effect> effects = new HashMap<>();
        tables.find(keys(amendment)).forEach((key, after) -> {
            Revised<? extends Master> old = before.get(key);
            if (old == null) effects.put(key, Effect.ADDED);
            else
                effects.put(
                        key,
                        old.master().equals(after.master()) ? Effect.UNCHANGED : Effect.REVISED);
        });
        tables.countRevision(effects.keySet().stream()
                .filter(key -> effects.get(key) == Effect.REVISED)
                .toList());
        Map<MasterKey, Revised<? extends Master>> after = tables.find(keys(amendment));
        return amendment.masters().stream()
                .map(Master::key)
                .map(key -> change(key, effects, after))
                .toList();
    }

    private static MasterChange change(
            MasterKey key,
            Map<MasterKey, Effect> effects,
            Map<MasterKey, Revised<? extends Master>> after) {
        Effect effect = effects.get(key);
        Revised<? extends Master> revised = after.get(key);
        if (effect == null || revised == null) {
            throw new IllegalStateException("a master that was written cannot be read: " + key);
        }
        return new MasterChange(effect, revised.master(), revised.revision());
    }

    private static List<MasterKey> keys(Amendment amendment) {
        return amendment.masters().stream().map(Master::key).toList();
    }

    private static List<String> normals(Set<ItemCode> items) {
        return items.stream().map(item -> Item.key(item).normal()).toList();
    }
}
