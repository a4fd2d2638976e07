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
import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.WorkOrder;
import stemma.identifiers.EventIds;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.intake.Desk;
import stemma.intake.Objection;
import stemma.intake.Slip;
import stemma.ledger.Place;
import stemma.production.MadeState;
import stemma.production.OrderCard;
import stemma.production.Planning;
import stemma.production.WorkOrders;
import stemma.shell.Address;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page on which an operator records what came out of a run: all of it, or a part. */
@Controller
class YieldPages {
    private final WorkOrders orders;
    private final Catalog catalog;
    private final Desk desk;
    private final Serials serials;
    private final RunForm runs;
    private final EventIds ids;
    private final Planning planning;
    private final ZoneId zone;

    YieldPages(
            WorkOrders orders,
            Catalog catalog,
            Desk desk,
            Serials serials,
            RunForm runs,
            EventIds ids,
            Planning planning,
            ZoneId zone) {
        this.orders = orders;
        this.catalog = catalog;
        this.desk = desk;
        this.serials = serials;
        this.runs = runs;
        this.ids = ids;
        this.planning = planning;
        this.zone = zone;
    }

    @GetMapping("/production/yield")
    String blank(
            @RequestParam String order,
            @RequestParam(defaultValue = "") String run,
            @RequestParam(defaultValue = "") String recorded,
            Model model) {
        model.addAttribute("labels", recorded);
        OrderCard card = orders.card(new OrderCode(order));
        return page(card, numbered(runs.begun(Slip.blank(ids), card, run), card), model);
    }

    /** A number taken for a form that is not sent stays unused. */
    private Slip numbered(Slip slip, OrderCard card) {
        LocalDate today = planning.today(zone);
        List<String> numbers = new ArrayList<>();
        for (MadeState made : card.makes()) {
            Item item =
                    catalog.items(List.of(made.line().item())).get(made.line().item());
            numbers.add(
                    item == null
                            ? ""
                            : catalog.takeNumbers(item, today, 1).stream()
                                    .map(LotNumber::text)
                                    .findFirst()
                                    .orElse(""));
        }
        return slip.with("number", numbers.toArray(String[]::new));
    }

    private String page(OrderCard card, Slip slip, Model model) {
        List<ItemCode> codes =
                card.makes().stream().map(made -> made.line().item()).toList();
        model.addAttribute("card", card);
        model.addAttribute("slip", slip);
        model.addAttribute("items", catalog.items(codes));
        model.addAttribute("next", RunForm.next(card));
        return "production/yield";
    }

    @PostMapping("/production/yield")
    ModelAndView yield(
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
                yield new ModelAndView("redirect:" + yieldPage(card, slip.word("run"))
                        + "&recorded=" + slip.event());
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        page(card, slip.with(objected), model), model.asMap(), HttpStatus.CONFLICT);
        };
    }

    private static String yieldPage(OrderCard card, String run) {
        return "/production/yield?order=" + Address.encoded(card.code().code()) + "&run="
                + Address.encoded(run);
    }

    private Desk.Outcome given(Caller caller, Slip slip, OrderCard card, String password) {
        WorkOrder order = card.order();
        if (order == null) throw WorkOrders.unknown(card.code());
        Map<ItemCode, Item> items = catalog.items(
                card.makes().stream().map(made -> made.line().item()).toList());
        ObjectNode draft = slip.draft("produced", zone, password);
        draft.put("site", order.site().code());
        RunForm.run(draft, slip, card.code(), slip.has("kind") ? slip.word("kind") : "production");
        runs.resources(draft, slip);
        var outputs = draft.putArray("outputs");
        List<Objection> wrong = new ArrayList<>();
        int place = 0;
        for (MadeState made : card.makes()) {
            int row = place++;
            if (slip.word("quantity", row).isEmpty()) continue;
            Item item = items.get(made.line().item());
            if (item == null) continue;
            try {
                outputs.add(birth(slip, row, item, order));
            } catch (IllegalArgumentException refused) {
                wrong.add(new Objection(
                        "field_malformed",
                        "outputs[" + row + "]",
                        refused.getMessage() + "",
                        Objection.Remedy.CORRECT));
            }
        }
        if (wrong.isEmpty() && outputs.isEmpty()) {
            wrong.add(new Objection(
                    "submission_empty",
                    "quantity",
                    "Say how much of at least one output was made.",
                    Objection.Remedy.CORRECT));
        }
        return wrong.isEmpty() ? desk.give(caller, draft) : new Desk.Outcome.Objected(wrong);
    }

    private ObjectNode birth(Slip slip, int row, Item item, WorkOrder order) {
        ObjectNode birth = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        ObjectNode passport = birth.putObject("passport");
        passport.put("item", item.code().code());
        passport.put("number", slip.word("number", row));
        String quantity = slip.word("quantity", row);
        String whole = quantity.matches("[\\d.,]+") ? quantity + " " + item.baseUnit() : quantity;
        birth.put("quantity", whole);
        String weight = slip.word("weight", row);
        if (!weight.isEmpty()) {
            birth.put(
                    "catchWeight",
                    weight.matches("[\\d.,]+")
                            ? weight + " " + item.policy().catchWeightUnit()
                            : weight);
        }
        serials.put(birth, slip.event(), item, slip.word("serials", row), whole);
        String location = slip.word("to", row).isEmpty() ? "MAIN" : slip.word("to", row);
        birth.put("to", new Place.At(order.site(), new LocationCode(location)).text());
        return birth;
    }
}
