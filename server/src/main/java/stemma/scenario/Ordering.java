package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.MalformedMaster;
import stemma.catalog.Master;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.OrderLine;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.ResourceKind;
import stemma.catalog.Revised;
import stemma.catalog.SalesOrder;
import stemma.catalog.Standing;
import stemma.catalog.WorkOrder;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.MalformedQuantity;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders: what is to come in, to be made, to go out; and that one is closed or opened again. */
final class Ordering {
    private static final List<MasterKind> KINDS =
            List.of(MasterKind.PURCHASE_ORDER, MasterKind.WORK_ORDER, MasterKind.SALES_ORDER);

    private Ordering() {}

    /**
     * Reads {@code PO-1 from P [at SITE] [due DATE] for LINE, …}, {@code SO-1 to C[/S] [due DATE]
     * for LINE, …}, {@code WO-1 makes AMOUNT ITEM by REVISION [on RESOURCE] [at SITE] [due DATE]},
     * {@code CODE closed} or {@code CODE open}.
     */
    static Sentence read(Words words) {
        String code = words.next("an order");
        if (words.take("closed")) return standing(code, Standing.RETIRED);
        if (words.take("open")) return standing(code, Standing.ACTIVE);
        if (words.take("from")) return purchase(code, words);
        if (words.take("to")) return sale(code, words);
        words.expect("makes");
        return work(code, words);
    }

    private static Sentence purchase(String code, Words words) {
        String supplier = words.next("a supplier");
        String site = words.take("at") ? words.next("a site") : Cast.MAIN.code();
        LocalDate due = due(words);
        words.expect("for");
        List<Line> lines = words.list(Line::read);
        return declaring(scene -> {
            PartnerCode partner = scene.cast().partner(supplier);
            SiteCode at = scene.cast().site(site);
            return new PurchaseOrder(
                    OrderCode.of(code), partner, at, due, lines(lines, scene), Standing.ACTIVE);
        });
    }

    private static Sentence sale(String code, Words words) {
        String[] to = words.next("a customer").split("/", 2);
        LocalDate due = due(words);
        words.expect("for");
        List<Line> lines = words.list(Line::read);
        return declaring(scene -> {
            PartnerCode customer = scene.cast().partner(to[0]);
            ShipToCode shipTo = to.length == 2 ? scene.cast().shipTo(customer, to[1]) : null;
            return new SalesOrder(
                    OrderCode.of(code),
                    customer,
                    shipTo,
                    due,
                    lines(lines, scene),
                    Standing.ACTIVE);
        });
    }

    private static Sentence work(String code, Words words) {
        Amount amount = Amount.read(words);
        String item = words.next("an item");
        words.expect("by");
        String revision = words.next("a revision of the recipe");
        String resource = words.take("on") ? words.next("a line") : "";
        String site = words.take("at") ? words.next("a site") : Cast.MAIN.code();
        LocalDate due = due(words);
        return declaring(scene -> new WorkOrder(
                OrderCode.of(code),
                scene.cast().site(site),
                scene.cast().item(item, new Unit(amount.unit())),
                revision,
                amount.quantity(),
                resource.isEmpty() ? null : scene.cast().resource(resource, ResourceKind.EQUIPMENT),
                due,
                Standing.ACTIVE));
    }

    private static @Nullable LocalDate due(Words words) {
        if (!words.take("due")) return null;
        String text = words.next("a day");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw words.wrong("\"" + text + "\" is not a day such as 2026-03-05,");
        }
    }

    /** A line as written: {@code [line 3] 500 kg flour [over 10 %] [under 5 %] [due DATE]}. */
    private record Line(
            int number,
            Amount amount,
            String item,
            String over,
            String under,
            @Nullable LocalDate due) {
        static Line read(Words words) {
            int number = words.take("line") ? number(words) : 0;
            Amount amount = Amount.read(words);
            String item = words.next("an item");
            String over = words.take("over") ? percent(words) : "0";
            String under = words.take("under") ? percent(words) : "0";
            return new Line(number, amount, item, over, under, Ordering.due(words));
        }

        private static int number(Words words) {
            if (!words.isNumber()) throw words.wrong("expected the number of a line");
            return Integer.parseInt(words.next("a number"));
        }

        private static String percent(Words words) {
            String percent = words.next("a percentage");
            words.expect("%");
            return percent;
        }

        OrderLine told(int place, Scene scene) {
            Quantity quantity = amount.quantity();
            return new OrderLine(
                    number == 0 ? place : number,
                    scene.cast().item(item, quantity.unit()),
                    quantity,
                    due,
                    new BigDecimal(over),
                    new BigDecimal(under));
        }
    }

    private static List<OrderLine> lines(List<Line> lines, Scene scene) {
        List<OrderLine> told = new ArrayList<>();
        for (Line line : lines) told.add(line.told(told.size() + 1, scene));
        return told;
    }

    @FunctionalInterface
    private interface Ordered {
        Master in(Scene scene);
    }

    private static Sentence declaring(Ordered ordered) {
        return scene -> {
            try {
                return scene.cast().declare(ordered.in(scene));
            } catch (MalformedMaster malformed) {
                return List.of("refused " + malformed.code());
            } catch (MalformedQuantity malformed) {
                return List.of("refused " + malformed.code());
            }
        };
    }

    private static Sentence standing(String code, Standing standing) {
        return scene -> KINDS.stream()
                .map(kind -> scene.cast().catalog().find(MasterKey.of(kind, code)))
                .flatMap(Optional::stream)
                .map(Revised::master)
                .findFirst()
                .map(order -> scene.cast().declare(order.with(standing)))
                .orElse(List.of("refused master_unknown"));
    }
}
