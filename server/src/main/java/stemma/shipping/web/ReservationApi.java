package stemma.shipping.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.ledger.BodyJson;
import stemma.ledger.Evidence;
import stemma.ledger.Place;
import stemma.ledger.Violation;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shipping.Allocation;
import stemma.shipping.Fulfilment;
import stemma.shipping.PickAnswer;
import stemma.shipping.PickScan;
import stemma.shipping.Picking;
import stemma.shipping.Sales;
import stemma.stock.Pick;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goods proposed, kept, given free and picked for a sales order, as on the pages. */
@RestController
class ReservationApi {
    private final Sales sales;
    private final Allocation allocation;
    private final Picking picking;
    private final Reservations reservations;

    ReservationApi(Sales sales, Allocation allocation, Picking picking, Reservations reservations) {
        this.sales = sales;
        this.allocation = allocation;
        this.picking = picking;
        this.reservations = reservations;
    }

    /** Goods chosen for a line. */
    record Chosen(int line, Portion lot, Place place, Quantity quantity) {}

    /** What is to be kept: what is proposed, or the picks; a reason to pass over what expires. */
    record Keeping(
            @Nullable SiteCode site,
            List<Chosen> picks,
            @Nullable String reason) {
        Allocation.Choice choice() {
            return new Allocation.Choice(
                    picks.stream().map(Chosen::line).toList(),
                    picks.stream()
                            .map(one -> new Pick(one.lot(), one.place(), one.quantity()))
                            .toList(),
                    reason == null ? "" : reason);
        }
    }

    /** Reservations by their keys, and why they end. */
    record Ending(
            @Nullable SiteCode site,
            List<Long> keys,
            @Nullable String reason) {}

    /** Reservations of goods that were put back. */
    record PuttingBack(@Nullable SiteCode site, List<Long> keys) {}

    /** Goods taken in hand, by a text, the id of a lot or a container. */
    record Taking(
            @Nullable SiteCode site,
            @Nullable String text,
            @Nullable Portion lot,
            @Nullable String container,
            @Nullable Quantity quantity,
            @Nullable String reason,
            @Nullable Evidence evidence) {
        PickScan scan() {
            return new PickScan(
                    text == null ? "" : text.strip(),
                    lot == null ? "" : lot.toString(),
                    container == null ? "" : container.strip(),
                    quantity,
                    reason == null ? "" : reason.strip(),
                    evidence == Evidence.SCANNED ? Evidence.SCANNED : Evidence.KEYED);
        }
    }

    @GetMapping("/api/v1/sales-orders/{code}/proposal")
    Map<String, Object> propose(
            Caller caller,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String site) {
        Fulfilment order = sales.order(new OrderCode(code));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order", order.code());
        json.put(
                "lines",
                allocation.lines(order, sales.site(caller, site)).stream()
                        .map(OrderJson::proposal)
                        .toList());
        return json;
    }

    /** Without picks it keeps what is proposed now. */
    @PostMapping("/api/v1/sales-orders/{code}/reservations")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> keep(Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        Keeping sent = BodyJson.read(Keeping.class, body);
        SiteCode from = site(caller, sent.site());
        Fulfilment order = sales.order(new OrderCode(code));
        for (Chosen one : sent.picks()) hasLine(order, one.line());
        Allocation.Answer answer = sent.picks().isEmpty()
                ? allocation.asProposed(order, from, caller.author())
                : allocation.choose(order, from, sent.choice(), caller.author());
        return switch (answer) {
            case Allocation.Answer.Allocated(var kept) -> told(kept);
            case Allocation.Answer.Refused(var why) -> throw refused(why);
        };
    }

    @PostMapping("/api/v1/sales-orders/{code}/reservations/release")
    Map<String, Object> release(
            Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        Ending sent = BodyJson.read(Ending.class, body);
        site(caller, sent.site());
        boolean unsaid = sent.reason() == null || sent.reason().isBlank();
        return told(reservations.release(
                own(code, sent.keys()),
                unsaid ? "not_needed" : String.valueOf(sent.reason()),
                caller.author()));
    }

    @PostMapping("/api/v1/sales-orders/{code}/picks")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> pick(Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        Taking sent = BodyJson.read(Taking.class, body);
        SiteCode from = site(caller, sent.site());
        OrderCode order = new OrderCode(code);
        PickAnswer answer = picking.take(sales.order(order), from, sent.scan(), caller.author());
        return switch (answer) {
            case PickAnswer.Picked(var sentence) -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("said", sentence);
                json.putAll(OrderJson.of(sales.order(order)));
                yield json;
            }
            case PickAnswer.Doubtful(var why, var sentence, var advice) ->
                throw refused(why, sentence, advice);
            case PickAnswer.Stopped(var why, var sentence, var advice) ->
                throw refused(why, sentence, advice);
        };
    }

    @PostMapping("/api/v1/sales-orders/{code}/picks/return")
    Map<String, Object> putBack(
            Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        PuttingBack sent = BodyJson.read(PuttingBack.class, body);
        site(caller, sent.site());
        return told(reservations.putBack(own(code, sent.keys()), caller.author()));
    }

    private SiteCode site(Caller caller, @Nullable SiteCode said) {
        SiteCode site = said == null ? sales.site("") : said;
        caller.require(Permission.SHIP, site);
        return site;
    }

    /** Only what is kept for the order itself; all of it where no key is said. */
    private List<Long> own(String code, List<Long> keys) {
        List<Long> open = sales.order(new OrderCode(code)).reservations().stream()
                .filter(Reservation::isOpen)
                .map(Reservation::key)
                .toList();
        for (Long key : keys) {
            if (!open.contains(key))
                throw new Refused(Problem.of(
                                "reservation_unknown",
                                409,
                                "Nothing is kept for order " + code + " under " + key + ".")
                        .advising("Read the order again: it may have ended meanwhile.")
                        .with("element", "keys"));
        }
        return keys.isEmpty() ? open : keys;
    }

    private static void hasLine(Fulfilment order, int number) {
        if (order.lines().stream().noneMatch(line -> line.number() == number))
            throw new Refused(Problem.of(
                            "order_line_unknown",
                            422,
                            "Order " + order.code() + " has no line " + number + ".")
                    .with("element", "picks"));
    }

    private static Map<String, Object> told(List<Reservation> kept) {
        return Map.of("reservations", kept.stream().map(OrderJson::reservation).toList());
    }

    private static Refused refused(List<Violation> why) {
        Violation first = why.getFirst();
        return new Refused(Problem.of(first.code(), 409, first.sentence())
                .advising("Ask for a proposal anew, or say why in \"reason\" where one is asked.")
                .with("element", first.element()));
    }

    private static Refused refused(String code, String sentence, String advice) {
        return new Refused(Problem.of(code, 409, sentence).advising(capital(advice)));
    }

    private static String capital(String advice) {
        return advice.isEmpty()
                ? advice
                : Character.toUpperCase(advice.charAt(0)) + advice.substring(1);
    }
}
