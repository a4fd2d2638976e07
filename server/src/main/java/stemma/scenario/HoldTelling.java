package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.HoldCode;
import stemma.inquiry.Exposure;
import stemma.inquiry.HeldLot;
import stemma.inquiry.HoldReaches;
import stemma.inquiry.Holding;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Stopped;
import stemma.inquiry.Subject;
import stemma.shell.Refused;
import stemma.stock.HeldLots;
import stemma.stock.Hold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what a hold would stop before it is set, and what one in force has come to. */
final class HoldTelling {
    private HoldTelling() {}

    /** {@code would stop ROOT, …} and {@code held by HOLD}; nothing for another sentence. */
    static @Nullable Sentence read(Words words) {
        if (words.take("would", "stop")) {
            String text = RootTelling.text(words);
            return scene -> answered(() -> wouldStop(scene, text));
        }
        if (words.take("held", "by")) {
            HoldCode code = new HoldCode(words.next("a hold"));
            return scene -> answered(() -> held(scene, code));
        }
        return null;
    }

    private interface Answering {
        List<String> lines();
    }

    private static List<String> answered(Answering answering) {
        try {
            return answering.lines();
        } catch (Refused refused) {
            return List.of("refused " + refused.problem().code());
        }
    }

    private static List<String> wouldStop(Scene scene, String text) {
        Inquiry inquiry = scene.plant().inquiry();
        Subject subject = RootTelling.asked(scene, text);
        List<String> lines = new ArrayList<>();
        HoldReaches.of(subject, scene.cast().zone(Cast.MAIN))
                .forEach(named -> lines.add("hold on " + named.words()));
        Exposure board = inquiry.exposure(subject, Optional.empty());
        board.parts().forEach(part -> lines.add(BoardTelling.part(part)));
        board.onTheRoad()
                .forEach(truck -> lines.add("on the road " + truck.shipment().code() + " to "
                        + truck.consignee().key()));
        Stopped stopped = inquiry.holds().wouldStop(subject);
        stopped.orders().forEach(order -> lines.add(order(order)));
        stopped.runs().forEach(run -> lines.add("run " + run + " under way"));
        return lines;
    }

    private static String order(Stopped.ForOrder order) {
        return "order " + order.order() + " to "
                + order.purpose().name().toLowerCase(Locale.ROOT)
                + (order.what().isEmpty() ? "" : " for " + order.what()) + ": "
                + order.kept().stream()
                        .map(kept -> kept.quantity() + " " + kept.item()
                                + (kept.inHand().isZero() ? "" : ", in hand " + kept.inHand()))
                        .collect(Collectors.joining("; "));
    }

    private static List<String> held(Scene scene, HoldCode code) {
        Holding holding = scene.plant().inquiry().holds();
        Hold hold = holding.hold(code);
        HeldLots.Count count = holding.count(hold);
        List<String> lines = new ArrayList<>();
        lines.add(hold.spread().name().toLowerCase(Locale.ROOT) + ", lots " + count.lots()
                + ", free once lifted " + count.freeOnceLifted());
        for (HeldLot lot : holding.held(hold, 0)) lines.add(lot(scene, lot));
        return lines;
    }

    private static String lot(Scene scene, HeldLot lot) {
        String stands = lot.stands().stream()
                .map(at -> at.quantity() + " " + at.place())
                .collect(Collectors.joining(", "));
        String others = lot.others().stream()
                .map(other -> other.code().code())
                .collect(Collectors.joining(", "));
        return scene.names().words(lot.units())
                + (stands.isEmpty() ? "" : ": " + stands)
                + (others.isEmpty() ? "" : ", also held by " + others);
    }
}
