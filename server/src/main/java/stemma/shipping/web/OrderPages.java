package stemma.shipping.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.identifiers.OrderCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Violation;
import stemma.lots.Lots;
import stemma.shell.Address;
import stemma.shipping.Allocation;
import stemma.shipping.Consignment;
import stemma.shipping.Fulfilment;
import stemma.shipping.Sales;
import stemma.shipping.Shipping;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.util.List;

/** The page of a sales order, and the allocation of goods to it. */
@Controller
class OrderPages {
    private final Shipping shipping;
    private final Sales sales;
    private final Allocation allocation;
    private final Reservations reservations;
    private final Catalog catalog;
    private final Lots lots;

    OrderPages(
            Shipping shipping,
            Sales sales,
            Allocation allocation,
            Reservations reservations,
            Catalog catalog,
            Lots lots) {
        this.shipping = shipping;
        this.sales = sales;
        this.allocation = allocation;
        this.reservations = reservations;
        this.catalog = catalog;
        this.lots = lots;
    }

    @GetMapping("/sales-orders/{code}")
    String order(
            Caller caller,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String site,
            Model model) {
        OrderCode order = new OrderCode(code);
        boolean known = !catalog.salesOrders(List.of(order)).isEmpty();
        if (!known) {
            model.addAttribute(
                    "page",
                    new OrderPage(
                            order,
                            null,
                            sales.site(caller, site),
                            java.util.Map.of(),
                            seen(caller, shipping.salesOrder(order).shipments())));
            return "shipping/order";
        }
        Fulfilment fulfilment = sales.order(order).seenBy(caller);
        model.addAttribute(
                "page",
                new OrderPage(
                        order,
                        fulfilment,
                        sales.site(caller, site),
                        lots.byKey(fulfilment.reservations().stream()
                                .map(Reservation::lotKey)
                                .toList()),
                        seen(caller, shipping.shipmentsFor(order))));
        return "shipping/order";
    }

    private static List<Consignment> seen(Caller caller, List<Consignment> shipments) {
        return shipments.stream()
                .filter(one -> caller.may(Permission.SEE_RECORD, one.site()))
                .toList();
    }

    /** A code that no path can carry comes as a parameter. */
    @GetMapping("/sales-orders")
    String orderAsked(
            Caller caller,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String site,
            Model model) {
        return order(caller, code, site, model);
    }

    @GetMapping("/allocation")
    String propose(
            Caller caller,
            @RequestParam String code,
            @RequestParam(defaultValue = "") String site,
            Model model) {
        Fulfilment order = sales.order(new OrderCode(code)).seenBy(caller);
        model.addAttribute("page", page(order, sales.site(caller, site), List.of(), ""));
        return "shipping/allocation";
    }

    private AllocationPage page(
            Fulfilment order, SiteCode site, List<String> against, String code) {
        return new AllocationPage(
                order,
                site,
                allocation.lines(order, site).stream()
                        .map(line -> new AllocationPage.Line(
                                line.state(),
                                line.proposal(),
                                line.offers().stream()
                                        .limit(AllocationPage.SHOWN)
                                        .map(o -> AllocationPage.Choice.of(o, line.proposal()))
                                        .toList(),
                                line.offers().size()))
                        .toList(),
                against,
                code);
    }

    /** Without lots it takes what is proposed; with them, what somebody chose instead. */
    @PostMapping("/allocation")
    ModelAndView allocate(
            Caller caller,
            @RequestParam String code,
            @RequestParam String site,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        SiteCode from = sales.site(site);
        caller.require(Permission.SHIP, from);
        Fulfilment order = sales.order(new OrderCode(code));
        Allocation.Answer answer = sent.containsKey("lot")
                ? allocation.choose(order, from, ChosenRows.of(sent), caller.author())
                : allocation.asProposed(order, from, caller.author());
        return switch (answer) {
            case Allocation.Answer.Allocated(var kept) -> {
                redirect.addFlashAttribute(
                        "said",
                        kept.isEmpty()
                                ? "There was nothing to allocate for " + code + "."
                                : "Kept for " + code + ": " + kept.size()
                                        + (kept.size() == 1 ? " lot at its place." : " places."));
                yield new ModelAndView("redirect:" + Address.of("/sales-orders", code));
            }
            case Allocation.Answer.Refused(var why) -> {
                model.addAttribute(
                        "page",
                        page(
                                order,
                                from,
                                why.stream().map(Violation::sentence).distinct().toList(),
                                why.getFirst().code()));
                model.addAttribute("chosen", sent);
                yield new ModelAndView("shipping/allocation", model.asMap(), HttpStatus.CONFLICT);
            }
        };
    }

    @PostMapping("/allocation/release")
    String release(
            Caller caller,
            @RequestParam String code,
            @RequestParam(required = false) List<Long> key,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Fulfilment order = sales.order(new OrderCode(code));
        caller.require(Permission.SHIP, sales.site(""));
        List<Long> keys = order.reservations().stream()
                .filter(r -> r.isOpen() && (key == null || key.contains(r.key())))
                .map(Reservation::key)
                .toList();
        reservations.release(keys, reason.isBlank() ? "not_needed" : reason, caller.author());
        redirect.addFlashAttribute(
                "said", keys.size() == 1 ? "It is free again." : "They are free again.");
        return "redirect:" + Address.of("/sales-orders", code);
    }
}
