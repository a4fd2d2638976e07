package stemma.warehouse;

import stemma.identifiers.LotNumber;
import stemma.ledger.Place;
import stemma.ledger.Status;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds in all stock what a query asks for, puts it into rows and sorts them. */
final class Sifting {
    private Sifting() {}

    static StockPage page(List<StockLine> all, StockQuery query) {
        List<StockLine> lines =
                all.stream().filter(line -> matches(line, query)).toList();
        List<StockPage.Row> rows = rows(lines, query);
        rows.sort(order(query.sort()));
        int from = Math.clamp(query.offset(), 0, rows.size());
        int to = (int) Math.min((long) from + query.limit(), rows.size());
        return new StockPage(query, rows.subList(from, to), rows.size(), StockByDate.of(lines));
    }

    static boolean isIn(StockLine line, StockQuery.State state) {
        Status status = line.lot().status();
        boolean held = !line.lot().holds().isEmpty();
        // A retained sample outlives its expiry, is never judged, and waits for its end only.
        boolean isKept = line.lot().lot().isRetained();
        if (isKept && state != StockQuery.State.ANY && state != StockQuery.State.HELD)
            return state == StockQuery.State.RETAINED;
        return switch (state) {
            case ANY -> true;
            case FREE ->
                !held && status == Status.RELEASED && !line.isExpired() && !line.isPastRetest();
            case HELD -> held;
            case QUARANTINED -> status == Status.QUARANTINED;
            case STOPPED -> status == Status.REJECTED || status == Status.RESTRICTED;
            case EXPIRED -> line.isExpired();
            case EXPIRING -> line.isExpiring();
            case RETEST -> line.isRetestDue();
            case RETAINED -> isKept;
        };
    }

    private static boolean matches(StockLine line, StockQuery query) {
        return isIn(line, query.state())
                && begins(line.lot().lot().item().code(), line.lot().itemName(), query.item())
                && LotNumber.normal(line.lot().number()).startsWith(LotNumber.normal(query.lot()))
                && isAt(line, query.place())
                && isWithin(line, query.container());
    }

    private static boolean begins(String code, String name, String asked) {
        String wanted = asked.strip().toLowerCase(Locale.ROOT);
        return code.toLowerCase(Locale.ROOT).startsWith(wanted)
                || name.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** A place is a location, or a site and a location with a slash between. */
    private static boolean isAt(StockLine line, String asked) {
        if (asked.isBlank()) return true;
        String wanted = asked.strip().toLowerCase(Locale.ROOT);
        if (!(line.stands() instanceof Place.At(var site, var location)))
            return line.place().toLowerCase(Locale.ROOT).contains(wanted);
        String whole = (site + "/" + location).toLowerCase(Locale.ROOT);
        return whole.equals(wanted)
                || location.code().equalsIgnoreCase(wanted)
                || site.code().equalsIgnoreCase(wanted);
    }

    private static boolean isWithin(StockLine line, String asked) {
        if (asked.isBlank()) return true;
        return line.container() != null && line.container().code().equalsIgnoreCase(asked.strip());
    }

    private static List<StockPage.Row> rows(List<StockLine> lines, StockQuery query) {
        Map<String, List<StockLine>> rows = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (StockLine line : lines) {
            String name = name(line, query.by());
            if (name.isEmpty()) continue;
            String key = query.by() == StockQuery.By.LOT
                    ? line.lot().lot().id() + " " + line.stands() + " " + line.container()
                    : name + " "
                            + (query.by() == StockQuery.By.ITEM
                                    ? line.lot().lot().item()
                                    : "");
            rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
            names.put(key, name);
        }
        List<StockPage.Row> found = new ArrayList<>();
        rows.forEach((key, of) -> found.add(new StockPage.Row(names.getOrDefault(key, ""), of)));
        return found;
    }

    private static String name(StockLine line, StockQuery.By by) {
        return switch (by) {
            case LOT -> line.lot().number();
            case ITEM -> line.lot().itemName();
            case PLACE -> line.place();
            case CONTAINER -> line.container() == null ? "" : line.container().code();
        };
    }

    private static Comparator<StockPage.Row> order(StockQuery.Sort sort) {
        Comparator<StockPage.Row> byName = Comparator.comparing(StockPage.Row::name);
        return switch (sort) {
            case EXPIRY ->
                Comparator.<StockPage.Row, Long>comparing(row -> soonest(row.lines()))
                        .thenComparing(byName);
            case ITEM ->
                Comparator.<StockPage.Row, String>comparing(
                                row -> row.first().lot().itemName())
                        .thenComparing(byName);
            case LOT ->
                Comparator.<StockPage.Row, String>comparing(
                                row -> row.first().lot().number())
                        .thenComparing(byName);
            case PLACE ->
                Comparator.<StockPage.Row, String>comparing(row -> row.first().place())
                        .thenComparing(byName);
            case QUANTITY ->
                Comparator.<StockPage.Row, Quantity>comparing(
                                row -> sum(row.lines()), Comparator.comparing(Quantity::amount))
                        .reversed()
                        .thenComparing(byName);
            case AGE ->
                Comparator.<StockPage.Row, Long>comparing(row -> -row.first().age())
                        .thenComparing(byName);
        };
    }

    private static long soonest(List<StockLine> lines) {
        long soonest = Long.MAX_VALUE;
        for (StockLine line : lines) {
            Long left = line.daysLeft();
            if (left != null) soonest = Math.min(soonest, left);
        }
        return soonest;
    }

    /** The sum of those in the unit of the first: amounts in several units have no order. */
    private static Quantity sum(List<StockLine> lines) {
        Quantity sum = Quantity.zero(lines.getFirst().quantity().unit());
        for (StockLine line : lines)
            if (line.quantity().unit().equals(sum.unit())) sum = sum.plus(line.quantity());
        return sum;
    }
}
