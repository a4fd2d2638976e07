package stemma.production.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.RecipeStep;
import stemma.catalog.StepParameter;
import stemma.catalog.WorkOrder;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.intake.Walls;
import stemma.production.EquipmentAtUse;
import stemma.production.OrderCard;
import stemma.production.Planning;
import stemma.production.RunYield;
import stemma.production.Steps;
import stemma.production.UnfitSeen;
import stemma.production.WorkOrders;
import stemma.production.Yields;
import stemma.shell.Address;
import stemma.shell.Refused;
import stemma.stock.Proposal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work list of production, the operator's screen of an order, its steps and its closing. */
@Controller
class ProductionPages {
    private final WorkOrders orders;
    private final Planning planning;
    private final Yields yields;
    private final EquipmentAtUse equipment;
    private final Steps steps;
    private final EventIds ids;
    private final ZoneId zone;

    ProductionPages(
            WorkOrders orders,
            Planning planning,
            Yields yields,
            EquipmentAtUse equipment,
            Steps steps,
            EventIds ids,
            ZoneId zone) {
        this.orders = orders;
        this.planning = planning;
        this.yields = yields;
        this.equipment = equipment;
        this.steps = steps;
        this.ids = ids;
        this.zone = zone;
    }

    private LocalDate today() {
        return planning.today(zone);
    }

    @GetMapping("/production")
    String list(Model model) {
        model.addAttribute("today", today());
        model.addAttribute("orders", planning.open(today()));
        return "production/plan";
    }

    @GetMapping("/work-orders/{code}")
    String order(Caller caller, @PathVariable String code, Model model) {
        OrderCard card = orders.card(new OrderCode(code));
        List<RunYield> given = yields.of(card);
        model.addAttribute("order", card);
        List<Proposal> next = planning.next(card, today());
        model.addAttribute("next", next);
        model.addAttribute("numbers", planning.numbers(next));
        model.addAttribute(
                "unfit",
                UnfitSeen.by(site -> Walls.sees(caller, site), equipment.unfit(card.runIds())));
        model.addAttribute("yields", YieldChart.of(given));
        model.addAttribute(
                "balance",
                given.isEmpty() ? Optional.empty() : Optional.of(BalanceChart.of(given.getLast())));
        return "production/order";
    }

    /** A code that no path can carry comes as a parameter. */
    @GetMapping("/work-orders")
    String orderAsked(Caller caller, @RequestParam String code, Model model) {
        return order(caller, code, model);
    }

    @GetMapping("/production/step")
    String step(@RequestParam String order, @RequestParam int step, Model model) {
        return step(order, step, ids.next().toString(), Map.of(), "", model);
    }

    private String step(
            String order,
            int step,
            String event,
            Map<String, String> said,
            String problem,
            Model model) {
        OrderCard card = orders.card(new OrderCode(order));
        model.addAttribute("card", card);
        model.addAttribute("step", RunWords.step(card, step));
        model.addAttribute("event", event);
        model.addAttribute("said", said);
        model.addAttribute("problem", problem);
        return "production/step";
    }

    @PostMapping("/production/step")
    String record(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        Map<String, String> said = new LinkedHashMap<>(sent.toSingleValueMap());
        OrderCard card = orders.card(new OrderCode(said.getOrDefault("order", "")));
        WorkOrder order = card.order();
        if (order == null) throw WorkOrders.unknown(card.code());
        caller.require(Permission.PRODUCE, order.site());
        RecipeStep step = RunWords.step(card, Integer.parseInt(said.getOrDefault("step", "0")))
                .step();
        Map<String, String> readings = new LinkedHashMap<>();
        int place = 0;
        for (StepParameter parameter : step.parameters())
            readings.put(parameter.name(), said.getOrDefault("reading" + place++, ""));
        String resource = said.getOrDefault("resource", "").strip();
        try {
            steps.record(
                    caller.author(),
                    new Steps.Done(
                            EventId.sent(said.getOrDefault("event", "")),
                            card.code(),
                            step.number(),
                            resource.isEmpty() ? null : new ResourceCode(resource),
                            readings,
                            null,
                            said.getOrDefault("reason", "")));
        } catch (Refused refused) {
            return step(
                    card.code().code(),
                    step.number(),
                    said.getOrDefault("event", ""),
                    said,
                    refused.problem().sentence() + " (" + refused.problem().code() + ")",
                    model);
        }
        redirect.addFlashAttribute("said", "Step " + step.number() + " is recorded.");
        return "redirect:" + Address.of("/work-orders", card.code().code());
    }

    @PostMapping("/production/close")
    String close(
            Caller caller,
            @RequestParam String order,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        OrderCode code = new OrderCode(order);
        require(caller, code);
        orders.close(caller.author(), code, seen, reason);
        redirect.addFlashAttribute("said", "Work order " + code + " is closed.");
        return "redirect:" + Address.of("/work-orders", code.code());
    }

    @PostMapping("/production/reopen")
    String reopen(
            Caller caller,
            @RequestParam String order,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        OrderCode code = new OrderCode(order);
        require(caller, code);
        orders.reopen(caller.author(), code, reason);
        redirect.addFlashAttribute("said", "Work order " + code + " is open again.");
        return "redirect:" + Address.of("/work-orders", code.code());
    }

    private void require(Caller caller, OrderCode code) {
        WorkOrder order = orders.card(code).order();
        if (order == null) throw WorkOrders.unknown(code);
        caller.require(Permission.PRODUCE, order.site());
    }
}
