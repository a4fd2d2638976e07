package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Claim;
import stemma.ledger.Evidence;
import stemma.ledger.Violation;
import stemma.quantity.Quantity;
import stemma.shell.Refused;
import stemma.shipping.Allocation;
import stemma.shipping.Fulfilment;
import stemma.shipping.OrderLineState;
import stemma.shipping.PickAnswer;
import stemma.shipping.PickScan;
import stemma.shipping.Picking;
import stemma.shipping.Presuming;
import stemma.shipping.ShippingQuery;
import stemma.shipping.ShippingWork;
import stemma.shipping.WorkListing;
import stemma.stock.Reservation;

import java.util.ArrayList;
import java.util.List;

/** Serving sales orders: allocating, picking by scan, and what the passing of time presumes. */
final class Serving {
    static final String VERBS = "allocate, pick, put back, presume, served, to ship";

    private Serving() {}

    /** Returns such a sentence, or nothing where another kind begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("allocate")) return allocate(words);
        if (words.take("pick")) return pick(words);
        if (words.take("put", "back")) return putBack(words);
        if (words.take("presume")) return Serving::presume;
        if (words.take("served")) return served(words);
        if (words.take("to", "ship")) return Serving::toShip;
        return null;
    }

    /** {@code allocate SO-1}: what is proposed first expired first is kept for it. */
    private static Sentence allocate(Words words) {
        OrderCode order = new OrderCode(words.next("an order"));
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> {
            scene.acted();
            Allocation allocation =
                    new Allocation(scene.plant().sales(), scene.plant().reservations());
            var answer = allocation.asProposed(
                    scene.plant().sales().order(order), Cast.MAIN, scene.author(manner.author()));
            return switch (answer) {
                case Allocation.Answer.Allocated(var kept) ->
                    kept.isEmpty() ? List.of("nothing") : kept(scene, kept);
                case Allocation.Answer.Refused(var why) ->
                    List.of("refused "
                            + String.join(
                                    ", ",
                                    why.stream().map(Violation::code).distinct().toList()));
            };
        };
    }

    private static List<String> kept(Scene scene, List<Reservation> kept) {
        LotTelling telling = new LotTelling(scene);
        return kept.stream()
                .map(r -> scene.names().words(r.lot()) + " " + r.quantity() + " "
                        + telling.place(r.place()))
                .toList();
    }

    /** {@code pick B-9 40 ea for SO-1 because hard_to_reach by sena}: a scan, as it is. */
    private static Sentence pick(Words words) {
        String text = words.next("what is scanned");
        Amount amount = words.isNumber() ? Amount.read(words) : null;
        words.expect("for");
        OrderCode order = new OrderCode(words.next("an order"));
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> {
            scene.acted();
            Picking picking = new Picking(
                    scene.plant().sales(),
                    scene.plant().reservations(),
                    scene.plant().lots(),
                    scene.plant().stock());
            Quantity quantity = amount == null ? null : amount.quantity();
            String reason = manner.reason() == null ? "" : manner.reason().code();
            PickAnswer answer = picking.take(
                    scene.plant().sales().order(order),
                    Cast.MAIN,
                    new PickScan(text, "", "", quantity, reason, Evidence.SCANNED),
                    scene.author(manner.author()));
            return switch (answer) {
                case PickAnswer.Picked _ -> List.of();
                case PickAnswer.Doubtful(var code, var _, var _) -> List.of("asks why: " + code);
                case PickAnswer.Stopped(var code, var _, var _) -> List.of("refused " + code);
            };
        };
    }

    /** {@code put back SO-1}: what is in hand for it goes back to where it stands. */
    private static Sentence putBack(Words words) {
        OrderCode order = new OrderCode(words.next("an order"));
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> {
            scene.acted();
            List<Long> keys = scene.plant().sales().order(order).inHand().stream()
                    .map(Reservation::key)
                    .toList();
            scene.plant().reservations().putBack(keys, scene.author(manner.author()));
            return keys.isEmpty() ? List.of("nothing") : List.of();
        };
    }

    /** {@code presume}: what has been under way for the agreed days is presumed delivered. */
    private static List<String> presume(Scene scene) {
        scene.acted();
        Presuming presuming = new Presuming(
                scene.plant().catalog(),
                scene.plant().stock(),
                scene.plant().shipping(),
                scene.plant().ledger(),
                scene.clock());
        int presumed = presuming.presume();
        return List.of(presumed + (presumed == 1 ? " delivery" : " deliveries") + " presumed");
    }

    /** {@code served SO-1}: how far an order has come, line by line. */
    private static Sentence served(Words words) {
        OrderCode code = new OrderCode(words.next("an order"));
        return scene -> {
            Fulfilment order;
            try {
                order = scene.plant().sales().order(code);
            } catch (Refused unknown) {
                return List.of("refused " + unknown.problem().code());
            }
            List<String> lines = new ArrayList<>();
            lines.add(order.stage().words());
            for (OrderLineState line : order.lines()) {
                lines.add(line.number() + " " + line.item() + ": " + line.ordered() + " ordered, "
                        + line.kept() + " kept, " + line.picked() + " in hand, " + line.shipped()
                        + " shipped");
            }
            return lines;
        };
    }

    /** {@code to ship}: the work list: trucks to stop, and each order with what blocks it. */
    private static List<String> toShip(Scene scene) {
        SiteCode site = scene.cast().site(Cast.MAIN.code());
        ShippingWork work = new WorkListing(scene.plant().sales(), scene.plant().shipping())
                .list(ShippingQuery.OPEN.whole(), site);
        List<String> lines = new ArrayList<>();
        work.stop().forEach(one -> lines.add("stop " + one.code() + " to " + one.whom()));
        for (ShippingWork.Row row : work.rows()) {
            lines.add(row.order().code() + " "
                    + (row.due().isEmpty() ? "" : "due " + row.due() + ", ")
                    + row.order().stage().words()
                    + (row.isBlocked() ? ", blocked: " + String.join("; ", row.blocked()) : ""));
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }
}
