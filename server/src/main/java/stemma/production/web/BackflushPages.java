package stemma.production.web;

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
import stemma.catalog.WorkOrder;
import stemma.identifiers.EventIds;
import stemma.identifiers.OrderCode;
import stemma.intake.Desk;
import stemma.intake.Objection;
import stemma.intake.Slip;
import stemma.production.OrderCard;
import stemma.production.Planning;
import stemma.production.WorkOrders;
import stemma.shell.Address;
import stemma.stock.Pick;
import stemma.stock.Proposal;

import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Records what must have gone in for what was made, by the recipe: nobody scanned it, so that it is
 * known as derived, and weaker than a scan wherever it is told.
 */
@Controller
class BackflushPages {
    private final WorkOrders orders;
    private final Planning planning;
    private final Desk desk;
    private final RunForm runs;
    private final EventIds ids;
    private final ZoneId zone;

    BackflushPages(
            WorkOrders orders,
            Planning planning,
            Desk desk,
            RunForm runs,
            EventIds ids,
            ZoneId zone) {
        this.orders = orders;
        this.planning = planning;
        this.desk = desk;
        this.runs = runs;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/production/backflush")
    String blank(
            @RequestParam String order,
            @RequestParam(defaultValue = "") String run,
            @RequestParam(defaultValue = "") String made,
            Model model) {
        OrderCard card = orders.card(new OrderCode(order));
        Slip slip = runs.begun(Slip.blank(ids), card, run);
        return page(card, made.isBlank() ? slip : slip.with("made", made.strip()), model);
    }

    private String page(OrderCard card, Slip slip, Model model) {
        model.addAttribute("card", card);
        model.addAttribute("slip", slip);
        model.addAttribute("proposals", proposals(card, slip));
        return "production/backflush";
    }

    private List<Proposal> proposals(OrderCard card, Slip slip) {
        String made = slip.word("made").split(" ", 2)[0];
        if (!made.matches("\\d{1,12}(\\.\\d{1,9})?")) return List.of();
        return planning.backflush(card, new BigDecimal(made), planning.today(zone));
    }

    @PostMapping("/production/backflush")
    ModelAndView backflush(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        OrderCard card = orders.card(new OrderCode(slip.word("order")));
        return switch (given(caller, slip, card, password)) {
            case Desk.Outcome.Recorded recorded -> {
                redirect.addFlashAttribute("said", RunWords.said(recorded.events()));
                yield new ModelAndView(
                        "redirect:" + Address.of("/work-orders", card.code().code()));
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        page(card, slip.with(objected), model), model.asMap(), HttpStatus.CONFLICT);
        };
    }

    private Desk.Outcome given(Caller caller, Slip slip, OrderCard card, String password) {
        WorkOrder order = card.order();
        if (order == null) throw WorkOrders.unknown(card.code());
        List<Proposal> proposals = proposals(card, slip);
        List<Objection> missing = new ArrayList<>();
        ObjectNode draft = slip.draft("consumed", zone, password);
        draft.put("site", order.site().code());
        draft.put("evidence", "derived");
        RunForm.run(draft, slip, card.code(), "production");
        var inputs = draft.putArray("inputs");
        for (Proposal proposal : proposals) {
            if (!proposal.isWhole()) {
                missing.add(new Objection(
                        "not_enough",
                        "made",
                        proposal.missing() + " of " + proposal.need().item()
                                + " are not there to be taken. Scan what was used instead.",
                        Objection.Remedy.CORRECT));
            }
            for (Pick pick : proposal.picks()) {
                inputs.addObject()
                        .put("lot", pick.lot().toString())
                        .put("quantity", pick.quantity().toString())
                        .put("from", pick.place().text());
            }
        }
        if (proposals.isEmpty()) {
            missing.add(new Objection(
                    "quantity_invalid",
                    "made",
                    "Say how much was made, such as 120.",
                    Objection.Remedy.CORRECT));
        }
        return missing.isEmpty() ? desk.give(caller, draft) : new Desk.Outcome.Objected(missing);
    }
}
