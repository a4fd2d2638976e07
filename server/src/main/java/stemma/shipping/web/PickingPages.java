package stemma.shipping.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.OrderCode;
import stemma.identifiers.SiteCode;
import stemma.intake.Desk;
import stemma.intake.Slip;
import stemma.ledger.Evidence;
import stemma.lots.Lots;
import stemma.quantity.MalformedQuantity;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.shell.Address;
import stemma.shipping.Fulfilment;
import stemma.shipping.Loading;
import stemma.shipping.PickAnswer;
import stemma.shipping.PickScan;
import stemma.shipping.Picking;
import stemma.shipping.Sales;
import stemma.shipping.ShippingQuery;
import stemma.shipping.WorkListing;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.time.ZoneId;
import java.util.List;

/** Picking and shipping by scan: the order, then lots, units, cases and pallets in any order. */
@Controller
class PickingPages {
    private static final PickScan NOTHING = new PickScan("", "", "", null, "", Evidence.KEYED);
    private final Sales sales;
    private final Picking picking;
    private final Loading loading;
    private final Reservations reservations;
    private final WorkListing listing;
    private final Lots lots;
    private final Desk desk;
    private final stemma.identifiers.EventIds ids;
    private final ZoneId zone;

    PickingPages(
            Sales sales,
            Picking picking,
            Loading loading,
            Reservations reservations,
            WorkListing listing,
            Lots lots,
            Desk desk,
            stemma.identifiers.EventIds ids,
            ZoneId zone) {
        this.sales = sales;
        this.picking = picking;
        this.loading = loading;
        this.reservations = reservations;
        this.listing = listing;
        this.lots = lots;
        this.desk = desk;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/ship")
    String orders(Caller caller, @RequestParam(defaultValue = "") String site, Model model) {
        model.addAttribute("work", listing.list(ShippingQuery.OPEN, sales.site(caller, site)));
        return "shipping/ship";
    }

    @GetMapping("/ship/order")
    String order(
            Caller caller,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String site,
            Model model) {
        Fulfilment order = sales.order(new OrderCode(code.strip())).seenBy(caller);
        PickAnswer ready = new PickAnswer.Picked("Ready to scan lots, units, cases and pallets.");
        return page(order, sales.site(caller, site), ready, NOTHING, null, null, model);
    }

    private String page(
            Fulfilment order,
            SiteCode site,
            PickAnswer answer,
            PickScan scan,
            @Nullable Slip packing,
            @Nullable Slip slip,
            Model model) {
        Slip fresh = slip == null
                ? Slip.blank(ids).with("shipment", loading.shipment(order, ids))
                : slip;
        model.addAttribute(
                "page",
                new PickingPage(
                        order,
                        site,
                        lots.byKey(order.reservations().stream()
                                .map(Reservation::lotKey)
                                .toList()),
                        answer,
                        scan,
                        packing == null ? Slip.blank(ids) : packing,
                        fresh));
        return "shipping/picking";
    }

    @PostMapping("/ship/scan")
    String scan(
            Caller caller,
            @RequestParam String code,
            @RequestParam String site,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        SiteCode from = sales.site(site);
        caller.require(Permission.SHIP, from);
        Fulfilment order = sales.order(new OrderCode(code));
        PickScan scan;
        PickAnswer answer;
        try {
            scan = new PickScan(
                    word(sent, "text"),
                    word(sent, "lot-id"),
                    word(sent, "container"),
                    quantity(order, word(sent, "quantity")),
                    (word(sent, "reason") + " " + word(sent, "reason_text")).strip(),
                    word(sent, "evidence").equals("scanned") ? Evidence.SCANNED : Evidence.KEYED);
            answer = picking.take(order, from, scan, caller.author());
        } catch (MalformedQuantity bad) {
            scan = NOTHING;
            answer = new PickAnswer.Stopped(
                    bad.code(), "That is no quantity.", "Write a number, such as 12.5.");
        }
        return page(sales.order(new OrderCode(code)), from, answer, scan, null, null, model);
    }

    private static String word(MultiValueMap<String, String> sent, String field) {
        String first = sent.getFirst(field);
        return first == null ? "" : first.strip();
    }

    /** A number alone is in the base unit of the order's first line that lacks something. */
    private static @Nullable Quantity quantity(Fulfilment order, String text) {
        if (text.isEmpty()) return null;
        if (text.contains(" ")) return Quantity.of(text);
        Unit unit = order.lines().stream()
                .filter(line -> line.unpicked().isPositive())
                .findFirst()
                .map(line -> line.ordered().unit())
                .orElse(Unit.EACH);
        return Quantity.of(text, unit);
    }

    @PostMapping("/ship/put-back")
    String putBack(
            Caller caller,
            @RequestParam String code,
            @RequestParam String site,
            @RequestParam List<Long> key,
            Model model) {
        SiteCode from = sales.site(site);
        caller.require(Permission.SHIP, from);
        reservations.putBack(key, caller.author());
        PickAnswer done = new PickAnswer.Picked("Put back; it is still kept for this order.");
        return page(sales.order(new OrderCode(code)), from, done, NOTHING, null, null, model);
    }

    @PostMapping("/ship/pack")
    ModelAndView pack(
            Caller caller,
            @RequestParam String code,
            @RequestParam String site,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        Slip slip = Slip.sent(sent);
        SiteCode from = sales.site(site);
        Fulfilment order = sales.order(new OrderCode(code));
        return switch (loading.pack(caller, order, slip.draft("packed", zone, password), slip)) {
            case Desk.Outcome.Recorded _ -> {
                PickAnswer packed = new PickAnswer.Picked("Packed into " + slip.word("into") + ".");
                String view = page(
                        sales.order(new OrderCode(code)), from, packed, NOTHING, null, null, model);
                yield new ModelAndView(view, model.asMap());
            }
            case Desk.Outcome.Objected objected -> {
                PickAnswer stopped = stopped(objected);
                String view = page(order, from, stopped, NOTHING, slip.with(objected), null, model);
                yield new ModelAndView(view, model.asMap(), HttpStatus.CONFLICT);
            }
        };
    }

    private static PickAnswer stopped(Desk.Outcome.Objected objected) {
        var first = objected.objections().getFirst();
        return new PickAnswer.Stopped(first.code(), first.sentence(), "Look below.");
    }

    @PostMapping("/ship/leave")
    ModelAndView leave(
            Caller caller,
            @RequestParam String code,
            @RequestParam String site,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        SiteCode from = sales.site(site);
        Fulfilment order = sales.order(new OrderCode(code));
        return switch (loading.leave(caller, order, slip.draft("shipped", zone, password), slip)) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute(
                        "said", "Shipment " + slip.word("shipment") + " has left.");
                yield new ModelAndView(
                        "redirect:" + Address.of("/shipments", slip.word("shipment")));
            }
            case Desk.Outcome.Objected objected -> {
                String view = page(
                        order, from, stopped(objected), NOTHING, null, slip.with(objected), model);
                yield new ModelAndView(view, model.asMap(), HttpStatus.CONFLICT);
            }
        };
    }
}
