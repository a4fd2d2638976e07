package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.ledger.Claim;
import stemma.ledger.Line;
import stemma.ledger.Recorded;
import stemma.ledger.Touches;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Need;
import stemma.stock.Offer;
import stemma.stock.Pick;
import stemma.stock.Proposal;
import stemma.stock.Purpose;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Goods kept for orders: proposing, keeping, giving free, and what became of it. */
final class Reserving {
    static final String VERBS = "propose, reserve, release, reserved";

    private Reserving() {}

    /** Returns such a sentence, or nothing where another kind begins. */
    static @Nullable Sentence read(Words words) {
        if (words.take("propose")) return propose(words);
        if (words.take("reserve")) return reserve(words);
        if (words.take("release")) return release(words);
        if (words.take("reserved")) return reserved(words);
        return null;
    }

    /** What is wanted, as written after the amount. */
    private record Wanted(
            Purpose purpose, @Nullable LocalDate lasting, Need.Spread spread, SiteWord site) {
        static Wanted read(Words words) {
            Purpose purpose = Purpose.SHIP;
            LocalDate lasting = null;
            Need.Spread spread = Need.Spread.ANY_LOTS;
            SiteWord site = new SiteWord(Cast.MAIN.code());
            while (!words.atEnd()) {
                if (words.take("to", "use")) purpose = Purpose.USE;
                else if (words.take("one", "lot")) spread = Need.Spread.ONE_LOT;
                else if (words.take("lasting"))
                    lasting = LocalDate.parse(words.next("a date such as 2026-03-02"));
                else if (words.take("at")) site = new SiteWord(words.next("a site"));
                else throw words.wrong("expected to use, one lot, lasting DATE or at SITE,");
            }
            return new Wanted(purpose, lasting, spread, site);
        }

        Need need(Scene scene, ItemCode item, Quantity quantity) {
            var here = scene.cast().site(site.code());
            LocalDate day = scene.clock().now().atZone(scene.cast().zone(here)).toLocalDate();
            return new Need(
                    item, here, purpose, quantity, day, lasting == null ? day : lasting, spread);
        }
    }

    private record SiteWord(String code) {}

    /** {@code propose 60 kg flour to use lasting 2026-04-01 one lot}. */
    private static Sentence propose(Words words) {
        Amount amount = Amount.read(words);
        String item = words.next("an item");
        Wanted wanted = Wanted.read(words);
        return scene -> {
            Quantity quantity = amount.quantity();
            ItemCode code = scene.cast().item(item, quantity.unit());
            Proposal proposal =
                    scene.plant().reservations().propose(wanted.need(scene, code, quantity));
            LotTelling telling = new LotTelling(scene);
            List<String> lines = new ArrayList<>();
            for (Pick pick : proposal.picks()) {
                lines.add(scene.names().words(pick.lot()) + " " + pick.quantity() + " "
                        + telling.place(pick.place()));
            }
            if (!proposal.isWhole()) lines.add("missing " + proposal.missing());
            for (Offer offer : proposal.barred()) {
                lines.add("not " + scene.names().words(offer.portion()) + " "
                        + telling.place(offer.place()) + ": "
                        + java.util.Objects.requireNonNull(offer.against()).code());
            }
            return lines;
        };
    }

    /** {@code reserve F-1 60 kg from COLD for SO-1 line 2 until 18:00 by sena}. */
    private static Sentence reserve(Words words) {
        List<LineText> texts = words.list(LineText::read);
        words.expect("for");
        String order = words.next("an order");
        int line = words.take("line") ? Integer.parseInt(words.next("a line")) : 1;
        Purpose purpose = words.take("to", "use") ? Purpose.USE : Purpose.SHIP;
        When until = words.take("until") ? When.readTime(words) : null;
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> {
            scene.acted();
            List<Line> lines = new Occasion(scene, manner).lines(texts);
            List<Pick> picks = lines.stream()
                    .map(l -> new Pick(l.lot(), l.from(), l.quantity()))
                    .toList();
            Instant end =
                    until == null ? null : scene.clock().to(until, scene.cast().zone(Cast.MAIN));
            Lot lot = scene.plant().lots().lot(picks.getFirst().lot().first()).orElseThrow();
            Need need = new Wanted(
                            purpose, null, Need.Spread.ANY_LOTS, new SiteWord(Cast.MAIN.code()))
                    .need(scene, lot.item(), picks.getFirst().quantity());
            return told(scene.plant()
                    .reservations()
                    .keep(
                            new Reservations.Keeping(new OrderCode(order), line, need, picks, end),
                            scene.author(manner.author())));
        };
    }

    static List<String> told(Reservations.Answer answer) {
        return switch (answer) {
            case Reservations.Answer.Kept _ -> List.of();
            case Reservations.Answer.Refused(var why) ->
                List.of("refused "
                        + String.join(
                                ", ",
                                why.stream().map(Violation::code).distinct().toList()));
        };
    }

    /** {@code release SO-1}: all that is still kept for the order is given free. */
    private static Sentence release(Words words) {
        OrderCode order = new OrderCode(words.next("an order"));
        Manner manner = Manner.read(words, Claim.INTENT);
        return scene -> {
            scene.acted();
            Reservations reservations = scene.plant().reservations();
            List<Long> open = reservations.of(order).stream()
                    .filter(Reservation::isOpen)
                    .map(Reservation::key)
                    .toList();
            reservations.release(open, "not_needed", scene.author(manner.author()));
            return open.isEmpty() ? List.of("nothing") : List.of();
        };
    }

    /**
     * {@code reserved for SO-1} or {@code reserved F-1}: what is and was kept, and how it ended.
     */
    private static Sentence reserved(Words words) {
        if (words.take("for")) {
            OrderCode order = new OrderCode(words.next("an order"));
            return scene -> lines(scene, scene.plant().reservations().of(order), "");
        }
        LotName name = LotName.read(words);
        return scene -> {
            List<Lot> lots = new ArrayList<>();
            for (Portion portion : scene.names().family(name)) {
                scene.plant().lots().lot(portion.first()).ifPresent(lots::add);
            }
            return lines(scene, scene.plant().reservations().ofLots(lots), " for ");
        };
    }

    /** Parts that ended alike are told as one; ranges of units each for itself. */
    private static List<String> lines(Scene scene, List<Reservation> all, String whom) {
        LotTelling telling = new LotTelling(scene);
        TreeMap<String, Quantity> sums = new TreeMap<>();
        for (Reservation one : all) {
            String words = scene.names().words(one.lot()) + " " + telling.place(one.place())
                    + (whom.isEmpty() ? "" : whom + LotNumber.normal(one.order().code()))
                    + ": " + (one.isPicked() && one.isOpen() ? "picked" : state(scene, one));
            sums.merge(words, one.quantity(), Quantity::plus);
        }
        List<String> lines = new ArrayList<>();
        sums.forEach((words, quantity) -> lines.add(quantity + " of " + words));
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static String state(Scene scene, Reservation one) {
        Reservation.Ending ending = one.ending();
        if (ending == null) return "kept";
        String how = ending.how().name().toLowerCase(Locale.ROOT);
        if (ending.seq() == null) return how;
        List<Recorded> by = scene.plant().ledger().events(List.of(ending.seq()));
        List<String> codes = Touches.documents(by.getFirst().event());
        String kind = by.getFirst().event().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return how + " by " + (codes.isEmpty() ? kind : codes.getFirst());
    }
}
