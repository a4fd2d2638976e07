package stemma.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the server states in the folder {@code stated/}: its lots, their status, stock and links as
 * it shows them. Compared with what was derived from the entries, row by row, in any order.
 */
final class Stated {
    static final List<String> FILES =
            List.of("lot", "judgement", "balance", "range", "link", "into", "flow");

    private final Members archive;
    private final Set<Id> corrected;
    private final Lots lots;
    private final Rows rows;
    private final StatedElsewhere elsewhere;
    private final Map<Long, Lot> byKey = new HashMap<>();

    /** @param corrected what the corrections of the log name */
    Stated(Members archive, Set<Id> corrected, Derivation derived) {
        this.archive = archive;
        this.corrected = new HashSet<>(corrected);
        this.lots = derived.lots();
        this.rows = derived.rows();
        this.elsewhere = new StatedElsewhere(derived);
    }

    /** Throws {@link Broken} with the first record whose lot is not stated as it follows. */
    void compare() throws IOException {
        corrected();
        each("lot", this::lot);
        if (byKey.size() != lots.count())
            throw first(Code.LOTS_DIFFER, lot -> !byKey.containsValue(lot), "is not stated");
        each("balance", this::balance);
        each("range", this::range);
        requireAll(
                Code.STOCK_DIFFERS,
                lot -> lot.places().isEmpty() && lot.units().count() == 0,
                "is not stated to be all where the record puts it");
        each(
                "link",
                row -> take(
                        row,
                        Rows.flow(
                                Link.Side.valueOf(row.text("side")),
                                row.text("run"),
                                row.whole("first_ordinal"),
                                row.whole("last_ordinal"),
                                row.number("quantity"),
                                row.whole("evidence"))));
        each("into", this::into);
        each("flow", this::flow);
        requireAll(
                Code.LINKS_DIFFER,
                lot -> lot.links().isNothing(),
                "does not have the links that the record gives it");
        for (var emptying : rows.emptyings().entrySet()) {
            if (!emptying.getValue().isNothing())
                throw new Broken(
                        Code.LINKS_DIFFER,
                        "vessel " + emptying.getKey()
                                + " is not stated empty when the record says so");
        }
        each(
                "judgement",
                row -> lotOf(row, "lot")
                        .judgements()
                        .take(Rows.judged(
                                row.whole("first_ordinal"),
                                row.whole("last_ordinal"),
                                row.text("status"))));
        requireAll(
                Code.STATUS_DIFFERS,
                lot -> lot.judgements().isNothing(),
                "does not have the judgements that the record gives it");
        if (states("container")) {
            each("container", elsewhere::container);
            elsewhere.allContainers();
        }
        if (states("hold")) {
            each("hold", elsewhere::hold);
            elsewhere.allHolds();
        }
    }

    /** Returns how many containers and holds were compared. */
    long elsewhere() {
        return elsewhere.count();
    }

    /** Archives that were written before these were stated are still believed. */
    private boolean states(String file) {
        return archive.names().contains("stated/" + file);
    }

    private void corrected() throws IOException {
        if (!archive.names().contains(ReadOnce.CORRECTED)) return;
        each("corrected", row -> {
            Id id = Id.of(row.text("id"));
            if (!corrected.remove(id))
                throw new Broken(
                        Code.CORRECTIONS_DIFFER, id + " is stated corrected, and none corrects it");
        });
        for (Id id : corrected)
            throw new Broken(Code.CORRECTIONS_DIFFER, id + " is corrected, and not stated so");
    }

    /** What is done with each row of a table. */
    private interface Reading {
        void row(Table row);
    }

    private void each(String file, Reading reading) throws IOException {
        String name = "stated/" + file;
        if (!archive.names().contains(name))
            throw new Broken(Code.ARCHIVE_INCOMPLETE, "there is no " + name);
        try (InputStream from = archive.open(name)) {
            Table table = new Table(from);
            while (table.next()) reading.row(table);
        } catch (Malformed | IllegalArgumentException malformed) {
            throw new Broken(Code.ARCHIVE_DIFFERS, name + ": " + malformed.getMessage());
        }
    }

    private void lot(Table row) {
        Id birth = Id.of(row.text("birth"));
        int first = (int) row.whole("first_ordinal");
        Optional<Lot> found = lots.beginning(birth, first);
        if (found.isEmpty())
            throw new Broken(
                    Code.LOTS_DIFFER,
                    "lot " + birth + "/" + first + " is stated, and no record bears it");
        Lot lot = found.get();
        Lot.Passport passport = lot.passport();
        boolean same = lot.last() == row.whole("last_ordinal")
                && lot.isVoid() == row.text("voided").equals("t")
                && lot.unit().equals(row.text("unit"))
                && passport.item().equals(row.text("item"))
                && passport.number().equals(row.text("number"));
        if (!same || byKey.put(row.whole("key"), lot) != null)
            throw fault(Code.LOTS_DIFFER, lot, "is stated otherwise than it follows");
    }

    private Lot lotOf(Table row, String column) {
        Lot lot = byKey.get(row.whole(column));
        if (lot == null) throw new Malformed("a row is of no lot that is stated");
        return lot;
    }

    private void balance(Table row) {
        Lot lot = lotOf(row, "lot");
        BigDecimal derived = lot.places().remove(row.text("place"));
        BigDecimal stated = row.number("quantity");
        if (derived != null && derived.compareTo(stated) == 0 && !lot.isSerial()) {
            if (row.has("catch_weight")) weight(row, lot);
            return;
        }
        throw fault(
                Code.STOCK_DIFFERS,
                lot,
                "is stated to be " + stated.toPlainString() + " at "
                        + row.text("place") + "; the record gives "
                        + (derived == null ? "nothing" : derived.toPlainString()));
    }

    private static void weight(Table row, Lot lot) {
        BigDecimal stated =
                row.isNone("catch_weight") ? BigDecimal.ZERO : row.number("catch_weight");
        BigDecimal derived = lot.weight(row.text("place"));
        if (derived.compareTo(stated) != 0)
            throw fault(
                    Code.STOCK_DIFFERS,
                    lot,
                    "is stated to weigh " + stated.toPlainString() + " at " + row.text("place")
                            + "; the record gives " + derived.toPlainString());
    }

    private void range(Table row) {
        Lot lot = lotOf(row, "lot");
        int first = (int) row.whole("first_ordinal");
        int last = (int) row.whole("last_ordinal");
        long there = 0;
        for (Units.Range range : lot.units().of(first, last)) {
            if (range.place().equals(row.text("place"))) there += range.last() - range.first() + 1L;
        }
        if (there != last - first + 1L)
            throw fault(
                    Code.STOCK_DIFFERS,
                    lot,
                    "has units " + first + " to " + last + " stated at " + row.text("place")
                            + ", where the record does not put them");
        lot.units().remove(first, last);
    }

    private void take(Table row, String text) {
        lotOf(row, "lot").links().take(text);
    }

    private void into(Table row) {
        Lot output = lotOf(row, "output");
        Portion into = new Portion(
                output.birth(), (int) row.whole("output_first"), (int) row.whole("output_last"));
        take(
                row,
                Rows.into(
                        row.text("run"),
                        row.whole("first_ordinal"),
                        row.whole("last_ordinal"),
                        into));
    }

    private void flow(Table row) {
        long from = row.whole("from_micros");
        long to = row.whole("to_micros");
        String vessel = row.text("vessel");
        if (row.text("direction").equals("empty")) {
            String text = Rows.timed("EMPTY\t" + row.whole("evidence"), from, to);
            rows.emptyings().computeIfAbsent(vessel, _ -> new Sum()).take(text);
            return;
        }
        Link.Side side = row.text("direction").equals("fill") ? Link.Side.FILLED : Link.Side.DRAWN;
        take(
                row,
                Rows.timed(
                        Rows.flow(
                                side,
                                vessel,
                                row.whole("first_ordinal"),
                                row.whole("last_ordinal"),
                                row.number("quantity"),
                                row.whole("evidence")),
                        from,
                        to));
    }

    private void requireAll(Code code, Predicate<Lot> holds, String sentence) {
        if (!lots.all().stream().allMatch(holds)) throw first(code, holds.negate(), sentence);
    }

    /** Of all lots that differ, the one whose birth was recorded first is named. */
    private Broken first(Code code, Predicate<Lot> differs, String sentence) {
        Lot first = lots.all().stream()
                .filter(differs)
                .min(Comparator.comparingLong(Lot::position))
                .orElse(null);
        return first == null
                ? new Broken(code, "more lots are stated than the record bears")
                : fault(code, first, sentence);
    }

    private static Broken fault(Code code, Lot lot, String sentence) {
        return new Broken(code, lot.position(), "lot " + lot.span() + ", born here, " + sentence);
    }
}
