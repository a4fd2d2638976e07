package stemma.lots;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.database.AtOnce;
import stemma.database.Select;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SerialNumber;
import stemma.journal.Invariant;
import stemma.ledger.Guard;
import stemma.ledger.PassportDate;
import stemma.ledger.Projection;
import stemma.ledger.Status;
import stemma.lots.store.AlikeTable;
import stemma.lots.store.ExpiryTable;
import stemma.lots.store.LotProjection;
import stemma.lots.store.LotTable;
import stemma.lots.store.PassportsInForce;
import stemma.lots.store.RetainedTable;
import stemma.lots.store.UnitTable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds lots by what people and events call them. All reads are set-wise and ordered by birth. */
public final class Lots {
    private final Catalog catalog;
    private final LotTable table;
    private final AlikeTable alike;
    private final UnitTable units;
    private final RetainedTable retained;
    private final ExpiryTable expiries;

    public Lots(JdbcClient database, Catalog catalog) {
        this.catalog = catalog;
        this.table = new LotTable(database);
        this.alike = new AlikeTable(database);
        this.units = new UnitTable(database);
        this.retained = new RetainedTable(database);
        this.expiries = new ExpiryTable(database);
    }

    /**
     * Returns the key by which writers of the lot, and of all that was born with it, take turns.
     */
    public static String lock(LotId lot) {
        return "lot:" + lot.birth();
    }

    /** Returns the rules about births and identities. */
    public Guard guard() {
        return new LotGuard(catalog, this);
    }

    /** Returns what keeps the tables of this room. */
    public Projection projection(JdbcClient database) {
        return new LotProjection(database, catalog, table);
    }

    /** Returns what must always be true of the tables of this room. */
    public static Invariant invariant(JdbcClient database) {
        return new PassportsInForce(database);
    }

    /** Returns the lot, or the block that holds the unit, or none. */
    public Optional<Lot> lot(LotId id) {
        return Optional.ofNullable(lots(List.of(id)).get(id));
    }

    /** Returns for each id the lot, or the block that holds the unit; unknown ids are left out. */
    public Map<LotId, Lot> lots(Collection<LotId> ids) {
        return table.byId(ids);
    }

    /** Returns for each id what the lot, or the block that holds the unit, is counted in. */
    public Map<LotId, CountedIn> countedIn(Collection<LotId> ids) {
        return units.of(ids);
    }

    /**
     * Returns for each id the lot, even one whose birth was voided: what undoes it must still find
     * it.
     */
    public Map<LotId, Lot> lotsEvenVoided(Collection<LotId> ids) {
        return table.byIdEvenVoided(ids);
    }

    /** Asks for the same as {@link #lots} together with other questions. */
    public static Supplier<Map<LotId, Lot>> askLots(AtOnce message, Collection<LotId> ids) {
        Supplier<List<Lot>> found = message.ask(LotTable.askById(ids));
        return () -> LotTable.found(ids, found.get());
    }

    /** Returns of some lots for each id the one that it is of; other ids are left out. */
    public static Map<LotId, Lot> among(Collection<LotId> ids, List<Lot> some) {
        return LotTable.found(ids, some);
    }

    /** Returns lots by our inner keys. */
    public Map<Long, Lot> byKey(Collection<Long> keys) {
        Map<Long, Lot> found = new HashMap<>();
        table.byKey(keys).forEach(lot -> found.put(lot.key(), lot));
        return found;
    }

    /** Asks for the same together with other questions. */
    public static Select<Lot> ask(Collection<Long> keys) {
        return LotTable.askByKey(keys);
    }

    /** Returns of what kind lots are, by our inner keys. */
    public Map<LotKind, long[]> kinds(long[] keys) {
        return table.kinds(keys);
    }

    /** Returns every lot that bears the number, of that item or, without one, of any. */
    public List<Lot> family(@Nullable ItemCode item, LotNumber number) {
        return table.family(item, number);
    }

    /** Returns the lots that bore the number and whose birth was voided: none of them is a lot. */
    public List<Lot> voided(String text, int limit) {
        return table.voided(LotNumber.normal(text), limit);
    }

    /** Returns every lot that bears one of the numbers, which are told in normal form. */
    public List<Lot> families(Collection<String> normals) {
        return normals.isEmpty() ? List.of() : table.families(normals);
    }

    /** Returns every lot that a partner knows under that number. */
    public List<Lot> byExternal(String text) {
        return table.byExternal(text);
    }

    /** Returns every lot that a partner knows under one of these numbers, each with its number. */
    public List<KnownNumber> byExternals(Collection<String> texts) {
        return texts.isEmpty() ? List.of() : table.byExternals(texts);
    }

    /** Returns every unit that bears the serial number, in all its lives, of any item. */
    public List<SerialUnit> bySerial(String text) {
        return table.bySerial(text);
    }

    /** Returns the same for many serial numbers at once, in the order of number and life. */
    public List<SerialUnit> bySerials(Collection<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : table.bySerials(
                        texts.stream().map(LotNumber::normal).distinct().toList());
    }

    /**
     * Returns the latest life of each of the serials that is known, by item, a slash and normal
     * form.
     */
    Map<String, SerialUnit> latestBySerials(Collection<String> normals) {
        Map<String, SerialUnit> latest = new HashMap<>();
        if (normals.isEmpty()) return latest;
        for (SerialUnit unit : table.bySerials(normals)) {
            latest.merge(
                    unit.block().item() + "/" + unit.serial().normal(),
                    unit,
                    (a, b) -> a.life() > b.life() ? a : b);
        }
        return latest;
    }

    /** Returns the serial numbers of units, in the order of their ordinals. */
    public List<SerialNumber> serials(Portion units) {
        return table.serials(units);
    }

    /**
     * Returns for each of these the serials of its units in their order as UTF-8, each ended by a
     * line feed, which no serial holds; of a lot that is no block, nothing.
     */
    public List<byte[]> serialLines(List<Units> of) {
        return of.isEmpty() ? List.of() : table.serialLines(of);
    }

    /**
     * Returns lots whose number, external lot or serial begins with the text, at most
     * {@code limit}.
     */
    public List<Lot> beginningWith(String text, int limit) {
        return table.beginningWith(text, limit);
    }

    /**
     * Returns lots whose number, external lot or serial is taken for the text when O is read as 0,
     * I or L as 1, and dashes, dots and spaces are left out; at most {@code limit}.
     */
    public List<Lot> lookingLike(String text, int limit) {
        return table.lookingLike(text, limit);
    }

    /**
     * Returns every number of others that is taken for one of the texts when O is read as 0, I or L
     * as 1, and dashes, dots and spaces are left out: those that are the same among them.
     */
    public List<KnownNumber> knownAs(Collection<String> texts) {
        return texts.isEmpty() ? List.of() : table.knownAs(texts);
    }

    /** A number of an item, as a lot bears it. */
    public record Named(ItemCode item, LotNumber number) {}

    /** Returns the lots of other numbers that look like those of the numbers no lot bears yet. */
    public List<Lot> newlyAlike(Collection<Named> numbers) {
        return numbers.isEmpty() ? List.of() : alike.newlyAlike(List.copyOf(numbers));
    }

    /** Returns how a number looks to one who reads it off a label. */
    public static String look(String text) {
        StringBuilder look = new StringBuilder();
        for (char c : LotNumber.normal(text).toCharArray()) {
            switch (c) {
                case 'O' -> look.append('0');
                case 'I', 'L' -> look.append('1');
                case '-', '_', '.', '/', ' ' -> {}
                default -> look.append(c);
            }
        }
        return look.toString();
    }

    /** Returns a page of the lots of an item, the youngest first. */
    public List<Lot> ofItem(ItemCode item, int offset, int limit) {
        return table.ofItem(item, offset, limit);
    }

    /** Returns how many lots of an item have begun since a moment and were not voided. */
    public long begunSince(ItemCode item, Instant since) {
        return table.begunSince(item, since);
    }

    /** Returns our inner keys of all lots of the items that were not voided. */
    public List<Long> keysOf(Collection<ItemCode> items) {
        return table.keysOf(items);
    }

    /** Returns the judgements of lots that stand, in the order in which they were recorded. */
    public List<Judgement> judgements(Collection<Lot> lots) {
        return table.judgements(lots.stream().map(Lot::key).toList());
    }

    /**
     * Returns the status of each lot as a whole now; units judged apart are not told apart here.
     */
    public Map<LotId, Status> statuses(Collection<Lot> lots) {
        return statuses(lots, judgements(lots));
    }

    /** Asks for the judgements that stand on these lots, together with other questions. */
    public static Select<Judgement> askJudgements(Collection<Lot> lots) {
        return LotTable.askJudgements(lots.stream().map(Lot::key).toList());
    }

    /** Returns the status of each lot by the judgements that stand on them. */
    public static Map<LotId, Status> statuses(Collection<Lot> lots, List<Judgement> all) {
        Map<LotId, Status> statuses = new HashMap<>();
        lots.forEach(lot -> statuses.put(lot.id(), lot.birthStatus()));
        Map<LotId, List<Judgement>> judged = all.stream()
                .filter(j -> statuses.containsKey(j.lot().first()))
                .collect(Collectors.groupingBy(j -> j.lot().first()));
        for (Lot lot : lots) {
            List<Judgement> of = judged.get(lot.id());
            if (of != null) statuses.put(lot.id(), Judgement.last(lot, Portion.of(lot.id()), of));
        }
        return statuses;
    }

    /** Returns when lots were last said to expire by what stands; they may say nothing now. */
    public Map<LotId, PassportDate> lastExpiries(Collection<Lot> lots) {
        return lastExpiries(lots, List.of());
    }

    /** Returns the same without what entries of these numbers said of it. */
    Map<LotId, PassportDate> lastExpiries(Collection<Lot> lots, Collection<Long> without) {
        Map<LotId, PassportDate> last = new HashMap<>();
        if (lots.isEmpty()) return last;
        Map<Long, PassportDate> found = expiries.of(lots.stream().map(Lot::key).toList(), without);
        for (Lot lot : lots) {
            PassportDate expiry = found.get(lot.key());
            if (expiry != null) last.put(lot.id(), expiry);
        }
        return last;
    }

    /** Returns every retained sample. */
    public List<Retained> retained() {
        return retained.all();
    }

    /** Returns the retained samples that are any of the lots, or were taken of one. */
    public List<Retained> retained(Collection<Lot> lots) {
        return retained.of(lots.stream().map(Lot::span).toList());
    }
}
