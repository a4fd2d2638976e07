package stemma.receiving;

import stemma.catalog.Catalog;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterPage;
import stemma.catalog.MasterQuery;
import stemma.catalog.Partner;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Standing;
import stemma.identifiers.PartnerCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is still to come for open orders, late ones first; one query for each thousand orders. */
final class WorkList {
    private final Catalog catalog;
    private final OrderProgress progress;

    WorkList(Catalog catalog, OrderProgress progress) {
        this.catalog = catalog;
        this.progress = progress;
    }

    DuePage page(DueQuery query, LocalDate today) {
        List<DueLine> all = open(today).stream()
                .filter(line -> query.site().isEmpty()
                        || line.order().site().code().equalsIgnoreCase(query.site()))
                .filter(line -> says(line, query.text()))
                .toList();
        List<DueLine> shown = all.stream()
                .filter(line -> shows(query.show(), line.progress()))
                .sorted(order(query.sort()))
                .toList();
        return new DuePage(
                query,
                shown.stream().skip(query.offset()).limit(query.limit()).toList(),
                shown.size(),
                count(all, LineProgress.State.LATE),
                count(all, LineProgress.State.TODAY),
                all.stream()
                        .filter(line -> !line.progress().blocked().isEmpty())
                        .count());
    }

    private static long count(List<DueLine> lines, LineProgress.State state) {
        return lines.stream().filter(line -> line.progress().state() == state).count();
    }

    private static boolean shows(DueQuery.Show show, LineProgress line) {
        return switch (show) {
            case DUE ->
                line.state() == LineProgress.State.LATE || line.state() == LineProgress.State.TODAY;
            case LATE -> line.state() == LineProgress.State.LATE;
            case BLOCKED -> !line.blocked().isEmpty();
            case ALL -> true;
        };
    }

    private static boolean says(DueLine line, String text) {
        if (text.isEmpty()) return true;
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(
                        line.order().code().code(),
                        line.order().supplier().code(),
                        line.supplierName(),
                        line.progress().line().item().code(),
                        line.progress().itemName())
                .anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Comparator<DueLine> order(DueQuery.Sort sort) {
        Comparator<DueLine> byDue = Comparator.comparing(
                line -> line.progress().due(), Comparator.nullsLast(Comparator.naturalOrder()));
        Comparator<DueLine> byCode = Comparator.comparing(line -> line.order().code());
        Comparator<DueLine> byNumber =
                Comparator.comparing(line -> line.progress().line().number());
        Comparator<DueLine> first = switch (sort) {
            case DUE -> byDue;
            case ORDER -> byCode;
            case SUPPLIER -> Comparator.comparing(DueLine::supplierName);
            case ITEM -> Comparator.comparing(line -> line.progress().itemName());
        };
        return first.thenComparing(byDue).thenComparing(byCode).thenComparing(byNumber);
    }

    private List<DueLine> open(LocalDate today) {
        List<PurchaseOrder> orders = orders();
        Set<PartnerCode> codes = new HashSet<>();
        orders.forEach(order -> codes.add(order.supplier()));
        Map<PartnerCode, Partner> suppliers = catalog.partners(codes);
        List<DueLine> lines = new ArrayList<>();
        progress.of(orders, today).forEach((order, told) -> {
            Partner supplier = suppliers.get(order.supplier());
            String name = supplier == null ? order.supplier().code() : supplier.name();
            told.stream()
                    .filter(LineProgress::isOpen)
                    .forEach(line -> lines.add(new DueLine(order, name, line)));
        });
        return lines;
    }

    private List<PurchaseOrder> orders() {
        List<PurchaseOrder> orders = new ArrayList<>();
        MasterQuery query = new MasterQuery(
                "",
                Set.of(Standing.ACTIVE),
                "normal",
                MasterQuery.Direction.UP,
                0,
                MasterQuery.MAX_LIMIT);
        MasterPage<?> page;
        do {
            page = catalog.page(MasterKind.PURCHASE_ORDER, query.from(orders.size()));
            page.rows().forEach(row -> {
                if (row.master() instanceof PurchaseOrder order) orders.add(order);
            });
        } while (!page.rows().isEmpty() && orders.size() < page.total());
        return orders;
    }
}
