package stemma.inquiry.web;

import static stemma.inquiry.web.AnswerJson.map;

import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.identifiers.HoldCode;
import stemma.inquiry.Exposure;
import stemma.inquiry.HeldLot;
import stemma.inquiry.HoldReaches;
import stemma.inquiry.Holding;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Stopped;
import stemma.inquiry.Subject;
import stemma.ledger.ReachJson;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.HeldLots;
import stemma.stock.Hold;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds for programs: those in force, what one has come to, and what one would stop. */
@RestController
class HoldApi {
    private final Holding holding;
    private final Inquiry inquiry;
    private final Asked asked;
    private final ZoneId zone;

    HoldApi(Inquiry inquiry, Asked asked, ZoneId zone) {
        this.holding = inquiry.holds();
        this.inquiry = inquiry;
        this.asked = asked;
        this.zone = zone;
    }

    @GetMapping("/api/v1/holds")
    Map<String, Object> holds() {
        return map(
                "holds",
                asked.holds(holding.all()).stream()
                        .map(hold -> AnswerJson.hold(hold, "in_force"))
                        .toList());
    }

    @GetMapping("/api/v1/holds/{code}")
    Map<String, Object> hold(@PathVariable String code) {
        Hold hold = holding.hold(new HoldCode(code));
        return AnswerJson.hold(hold, holding.isInForce(hold.code()) ? "in_force" : "lifted");
    }

    @GetMapping("/api/v1/holds/{code}/lots")
    Map<String, Object> lots(
            @PathVariable String code, @RequestParam(defaultValue = "0") int offset) {
        if (offset < 0) {
            throw new Refused(Problem.of("page_invalid", 422, "A page begins at 0.")
                    .notRecording("")
                    .with("offset", Integer.toString(offset)));
        }
        Hold hold = holding.hold(new HoldCode(code));
        HeldLots.Count count = holding.count(hold);
        return map(
                "hold", hold.code().code(),
                "spread", hold.spread().name().toLowerCase(Locale.ROOT),
                "count", count.lots(),
                "heldByOthersToo", count.heldByOthersToo(),
                "offset", offset,
                "lots",
                        HeldLot.to(asked.sight(), holding.held(hold, offset)).stream()
                                .map(HoldApi::held)
                                .toList());
    }

    private static Map<String, Object> held(HeldLot held) {
        return map(
                "id", held.units().toString(),
                "lot", held.line().number(),
                "item", held.line().lot().item().code(),
                "stands",
                        held.stands().stream()
                                .map(at -> map(
                                        "quantity", at.quantity().toString(), "place", at.place()))
                                .toList(),
                "otherHolds",
                        held.others().stream().map(hold -> hold.code().code()).toList());
    }

    /** What a hold would stop; nothing is held by asking. */
    @GetMapping("/api/v1/hold-previews")
    Map<String, Object> preview(@RequestParam MultiValueMap<String, String> sent) {
        Subject subject = asked.subject(sent);
        Exposure board = inquiry.exposure(subject, Optional.empty());
        Stopped stopped = holding.wouldStop(subject);
        return RootsJson.with(
                subject,
                map(
                        "reaches",
                        HoldReaches.of(subject, zone).stream()
                                .map(named -> ReachJson.write(named.reach()))
                                .toList(),
                        "parts",
                        board.parts().stream().map(BoardJson::part).toList(),
                        "onTheRoad",
                        board.onTheRoad().stream().map(BoardJson::truck).toList(),
                        "orders",
                        stopped.orders().stream().map(HoldApi::order).toList(),
                        "runs",
                        stopped.runs().stream().map(run -> run.code()).toList()));
    }

    private static Map<String, Object> order(Stopped.ForOrder order) {
        return map(
                "order", order.order().code(),
                "for", order.what(),
                "purpose", order.purpose().name().toLowerCase(Locale.ROOT),
                "due", order.due().map(LocalDate::toString).orElse(null),
                "kept", order.kept().stream().map(HoldApi::kept).toList());
    }

    private static Map<String, Object> kept(Stopped.Kept kept) {
        return map(
                "item", kept.item(),
                "quantity", kept.quantity().toString(),
                "inHand", kept.inHand().toString(),
                "lots", kept.lots());
    }
}
