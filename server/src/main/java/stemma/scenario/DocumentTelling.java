package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.ledger.Entered;
import stemma.production.RunCard;
import stemma.receiving.LineProgress;
import stemma.receiving.Receipt;
import stemma.shell.Badge;
import stemma.shell.Refused;
import stemma.shipping.Consignment;
import stemma.shipping.Load;
import stemma.stock.Handled;
import stemma.stock.LotNow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints what the work rooms answer by the number of a document. */
final class DocumentTelling {
    private DocumentTelling() {}

    /** Returns the question for a document, or nothing where another kind of sentence begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("receipt"))
            return asked(
                    words,
                    (scene, code) -> scene.plant().receiving().receipt(code).stream()
                            .flatMap(receipt -> receipt(receipt).stream())
                            .toList());
        if (words.take("shipment"))
            return asked(
                    words,
                    (scene, code) -> scene.plant().shipping().shipment(code).stream()
                            .flatMap(shipment -> shipment(shipment).stream())
                            .toList());
        if (words.isLastBut("run") && words.take("run"))
            return asked(
                    words,
                    (scene, code) -> scene.plant().production().run(code).stream()
                            .flatMap(run -> run(run).stream())
                            .toList());
        if (words.take("order")) return asked(words, DocumentTelling::order);
        return null;
    }

    private interface Question {
        List<String> answer(Scene scene, String code);
    }

    private static Sentence asked(Words words, Question question) {
        String code = words.next("a number");
        return scene -> answered(() -> question.answer(scene, code));
    }

    private interface Answering {
        List<String> lines();
    }

    private static List<String> answered(Answering answering) {
        try {
            return answering.lines();
        } catch (Refused unknown) {
            return List.of("refused " + unknown.problem().code());
        }
    }

    /** An order may be one to buy, to make and to sell at once. */
    private static List<String> order(Scene scene, String code) {
        OrderCode order = new OrderCode(code);
        List<String> lines = new ArrayList<>();
        lines.addAll(brief(() -> purchase(scene, order)));
        lines.addAll(brief(() -> scene.plant().production().runsOfOrder(order).stream()
                .map(DocumentTelling::head)
                .toList()));
        lines.addAll(brief(() -> scene.plant().shipping().salesOrder(order).shipments().stream()
                .map(DocumentTelling::head)
                .toList()));
        return lines.isEmpty() ? List.of("refused order_unknown") : lines;
    }

    private static List<String> purchase(Scene scene, OrderCode order) {
        var today = LocalDate.ofInstant(scene.clock().now(), scene.cast().zone(Cast.MAIN));
        var progress = scene.plant().receiving().purchaseOrder(order, today);
        List<String> lines = new ArrayList<>();
        for (LineProgress line : progress.ordered()) {
            lines.add("line " + line.line().number() + " " + line.line().item() + " "
                    + line.received() + " of " + line.wanted().amount()
                    + (line.isOpen() ? ", open " + line.open() : "") + ", "
                    + line.state().word() + (line.isOver() ? ", over" : "")
                    + (line.blocked().isEmpty() ? "" : ", blocked: " + line.blocked()));
        }
        progress.receipts().forEach(receipt -> lines.add(head(receipt)));
        return lines;
    }

    private static List<String> brief(Answering answering) {
        try {
            return answering.lines();
        } catch (Refused none) {
            return List.of();
        }
    }

    private static String head(Receipt receipt) {
        return words(receipt.kind().words()) + " " + receipt.code()
                + (receipt.supplier().isEmpty()
                        ? ""
                        : (receipt.kind() == Receipt.Kind.RETURN ? " to " : " from ")
                                + receipt.supplier())
                + orders(receipt.orders())
                + (receipt.isVoid() ? ": void" : ": " + Handled.total(receipt.lines()));
    }

    private static List<String> receipt(Receipt receipt) {
        List<String> lines = new ArrayList<>(List.of(head(receipt)));
        boolean back = receipt.kind() == Receipt.Kind.RETURN;
        receipt.lines().forEach(line -> lines.add("  " + line(line, back)));
        lines.addAll(entered(receipt.entries()));
        return lines;
    }

    private static String head(RunCard run) {
        return words(run.kind().name()) + " " + run.id()
                + (run.line().isEmpty() ? "" : " on " + run.line())
                + orders(run.orders()) + ": "
                + (run.isVoid() ? "void" : run.balance().words());
    }

    private static List<String> run(RunCard run) {
        List<String> lines = new ArrayList<>(List.of(head(run)));
        run.inputs().forEach(line -> lines.add("  in " + line(line, true)));
        run.outputs().forEach(line -> lines.add("  out " + line(line, false)));
        run.losses().forEach(line -> lines.add("  lost " + line(line, false)));
        lines.add("  begins clear by " + words(run.basis().name()));
        run.carried()
                .forEach(over -> lines.add("  may hold rest of " + over.from() + ", "
                        + words(over.ground().name())));
        lines.addAll(entered(run.entries()));
        return lines;
    }

    private static String head(Consignment shipment) {
        boolean back = shipment.kind() == Consignment.Kind.RETURN;
        return words(shipment.kind().words()) + " " + shipment.code() + (back ? " from " : " to ")
                + shipment.consignee() + (shipment.shipTo() == null ? "" : "/" + shipment.shipTo())
                + orders(shipment.orders()) + ": " + shipment.total()
                + (back && !shipment.isVoid() ? "" : ", " + shipment.state().words());
    }

    private static List<String> shipment(Consignment shipment) {
        List<String> lines = new ArrayList<>(List.of(head(shipment)));
        shipment.loads().forEach(load -> lines.add("  " + load(load)));
        boolean back = shipment.kind() == Consignment.Kind.RETURN;
        shipment.cameBack().forEach(line -> lines.add("  came back " + line(line, !back)));
        lines.addAll(entered(shipment.entries()));
        return lines;
    }

    private static String load(Load load) {
        return load.lot().number() + "  " + load.lot().lot().item() + "  sent " + load.sent()
                + (load.delivered().isZero() ? "" : ", delivered " + load.delivered())
                + (load.onTheRoad().isZero() ? "" : ", on the road " + load.onTheRoad())
                + (load.otherwise().isZero() ? "" : ", otherwise " + load.otherwise())
                + standing(load.lot());
    }

    private static String line(Handled line, boolean isFrom) {
        String others = line.lot().othersNumbers();
        return line.lot().number() + "  " + line.lot().lot().item() + "  " + line.amount()
                + (isFrom ? " from " + line.from() : " to " + line.to())
                + (others.isEmpty() ? "" : ", others' number " + others)
                + line.lot().dates().stream().map(d -> ", " + d).collect(Collectors.joining())
                + standing(line.lot());
    }

    private static String standing(LotNow lot) {
        return lot.badges().stream()
                .filter(badge -> badge != Badge.RELEASED)
                .map(badge -> ", " + badge.word())
                .collect(Collectors.joining());
    }

    private static String orders(List<OrderCode> orders) {
        return orders.isEmpty() ? "" : " for " + joined(orders, OrderCode::code);
    }

    private static <T> String joined(List<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", "));
    }

    /** Entries are told where a correction makes more of them than what the lines show. */
    private static List<String> entered(List<Entered> entries) {
        if (entries.stream().allMatch(Entered::stands)) return List.of();
        return entries.stream()
                .map(entry -> "  entered: " + entry.words()
                        + (entry.stands() ? "" : ", no longer counts"))
                .toList();
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
