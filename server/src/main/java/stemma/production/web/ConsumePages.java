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
import stemma.production.WorkOrders;
import stemma.shell.Address;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The page on which an operator scans what goes into a run of an order, in any order. */
@Controller
class ConsumePages {
    private final WorkOrders orders;
    private final Desk desk;
    private final Taking taking;
    private final RunForm runs;
    private final EventIds ids;
    private final ZoneId zone;

    ConsumePages(
            WorkOrders orders, Desk desk, Taking taking, RunForm runs, EventIds ids, ZoneId zone) {
        this.orders = orders;
        this.desk = desk;
        this.taking = taking;
        this.runs = runs;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/production/consume")
    String blank(
            @RequestParam String order, @RequestParam(defaultValue = "") String run, Model model) {
        OrderCard card = orders.card(new OrderCode(order));
        return page(card, runs.begun(Slip.blank(ids), card, run), model);
    }

    private static String page(OrderCard card, Slip slip, Model model) {
        model.addAttribute("card", card);
        model.addAttribute("slip", slip);
        model.addAttribute("next", RunForm.next(card));
        return "production/consume";
    }

    @PostMapping("/production/consume")
    ModelAndView consume(
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
                yield new ModelAndView("redirect:" + consumePage(card, slip.word("run")));
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        page(card, slip.with(objected), model), model.asMap(), HttpStatus.CONFLICT);
        };
    }

    static String consumePage(OrderCard card, String run) {
        return "/production/consume?order=" + Address.encoded(card.code().code()) + "&run="
                + Address.encoded(run);
    }

    private Desk.Outcome given(Caller caller, Slip slip, OrderCard card, String password) {
        WorkOrder order = card.order();
        if (order == null) throw WorkOrders.unknown(card.code());
        List<Objection> unsettled = new ArrayList<>();
        TreeMap<String, ObjectNode> byEvidence = new TreeMap<>();
        for (int i = 0; i < slip.all("lot").size(); i++) {
            if (slip.word("lot", i).isEmpty()) continue;
            String evidence = slip.word("evidence", i).equals("scanned") ? "scanned" : "keyed";
            ObjectNode draft = byEvidence.computeIfAbsent(
                    evidence, how -> draft(how, byEvidence.size(), slip, card, password));
            Taking.Row row = new Taking.Row(
                    slip.word("lot", i),
                    slip.word("quantity", i),
                    slip.word("weight", i),
                    slip.word("location", i));
            switch (taking.take(row, order.site(), "row " + (i + 1))) {
                case Taking.Taken.Line(var line, var _) -> {
                    into(slip, line);
                    ((ArrayNode) draft.get("inputs")).add(line);
                }
                case Taking.Taken.Whole(var container) ->
                    ((ArrayNode) draft.get("containers")).add(container.code());
                case Taking.Taken.Unsettled(var objection) -> unsettled.add(objection);
            }
        }
        if (byEvidence.isEmpty()) {
            unsettled.add(new Objection(
                    "submission_empty",
                    "lot",
                    "Scan at least one lot, unit or container.",
                    Objection.Remedy.CORRECT));
        }
        if (!unsettled.isEmpty()) return new Desk.Outcome.Objected(unsettled);
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        byEvidence.values().forEach(both.putArray("events")::add);
        return desk.give(
                caller, byEvidence.size() == 1 ? byEvidence.firstEntry().getValue() : both);
    }

    /** How a thing is known is said of an event, so that keyed and scanned go in as two. */
    private ObjectNode draft(
            String evidence, int place, Slip slip, OrderCard card, String password) {
        ObjectNode draft = slip.draft("consumed", zone, password);
        draft.put("evidence", evidence);
        if (place > 0) draft.put("id", slip.event().beside("keyed").toString());
        WorkOrder order = card.order();
        if (order != null) draft.put("site", order.site().code());
        RunForm.run(draft, slip, card.code(), slip.has("kind") ? slip.word("kind") : "production");
        runs.resources(draft, slip);
        draft.putArray("inputs");
        draft.putArray("containers");
        return draft;
    }

    /** Where it was recorded for one unit or pallet only, it went into that alone. */
    private void into(Slip slip, ObjectNode line) {
        if (!slip.has("into")) return;
        ArrayNode into = line.putArray("into");
        for (String text : slip.word("into").split("[,\\s]+")) into.add(text);
    }
}
