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
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.OrderCode;
import stemma.intake.Desk;
import stemma.intake.Objection;
import stemma.intake.Slip;
import stemma.ledger.Place;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.production.OrderCard;
import stemma.production.WorkOrders;
import stemma.shell.Address;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The serial matrix: one order for many units, each with components of its own. The operator scans
 * a unit, then its components, then the next unit.
 */
@Controller
class UnitPages {
    private final WorkOrders orders;
    private final Lots lots;
    private final Desk desk;
    private final Taking taking;
    private final RunForm runs;
    private final EventIds ids;
    private final ZoneId zone;

    UnitPages(
            WorkOrders orders,
            Lots lots,
            Desk desk,
            Taking taking,
            RunForm runs,
            EventIds ids,
            ZoneId zone) {
        this.orders = orders;
        this.lots = lots;
        this.desk = desk;
        this.taking = taking;
        this.runs = runs;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/production/units")
    String blank(
            @RequestParam String order, @RequestParam(defaultValue = "") String run, Model model) {
        OrderCard card = orders.card(new OrderCode(order));
        return page(card, runs.begun(Slip.blank(ids), card, run), model);
    }

    private static String page(OrderCard card, Slip slip, Model model) {
        model.addAttribute("card", card);
        model.addAttribute("slip", slip);
        return "production/units";
    }

    @PostMapping("/production/units")
    ModelAndView build(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        OrderCard card = orders.card(new OrderCode(slip.word("order")));
        return switch (given(caller, slip, card, password)) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute(
                        "said", "Unit " + slip.word("unit") + " is recorded. Scan the next unit.");
                yield new ModelAndView("redirect:/production/units?order="
                        + Address.encoded(card.code().code()) + "&run="
                        + Address.encoded(slip.word("run")));
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        page(card, slip.with(objected), model), model.asMap(), HttpStatus.CONFLICT);
        };
    }

    private Desk.Outcome given(Caller caller, Slip slip, OrderCard card, String password) {
        WorkOrder order = card.order();
        if (order == null) throw WorkOrders.unknown(card.code());
        List<Objection> wrong = new ArrayList<>();
        if (!slip.has("unit")) wrong.add(correct("unit", "Scan the unit first."));
        EventId born = slip.event().beside("unit");
        Optional<SerialUnit> known = minted(slip.word("unit"), order);
        String unit = known.map(u -> u.unit().toString()).orElse(born + "/0");
        ObjectNode fed = slip.draft("consumed", zone, password);
        fed.put("site", order.site().code());
        fed.put("evidence", evidence(slip));
        RunForm.run(fed, slip, card.code(), "production");
        runs.resources(fed, slip);
        ArrayNode inputs = fed.putArray("inputs");
        for (int i = 0; i < slip.all("lot").size(); i++) {
            if (slip.word("lot", i).isEmpty()) continue;
            Taking.Row row = new Taking.Row(slip.word("lot", i), slip.word("quantity", i), "");
            switch (taking.take(row, order.site(), "row " + (i + 1))) {
                case Taking.Taken.Line(var line, var _) -> {
                    line.putArray("into").add(unit);
                    inputs.add(line);
                }
                case Taking.Taken.Whole(var container) ->
                    wrong.add(correct("lot", container + " is a container; scan what is in it."));
                case Taking.Taken.Unsettled(var objection) -> wrong.add(objection);
            }
        }
        if (inputs.isEmpty() && wrong.isEmpty())
            wrong.add(correct("lot", "Scan the components of the unit."));
        if (!wrong.isEmpty()) return new Desk.Outcome.Objected(wrong);
        if (known.isPresent()) return desk.give(caller, fed);
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.putArray("events").add(fed).add(born(slip, card, order, born, password));
        return desk.give(caller, both);
    }

    /** A unit of a block that was minted before, in its latest life, if the number names one. */
    private Optional<SerialUnit> minted(String serial, WorkOrder order) {
        if (serial.isEmpty()) return Optional.empty();
        return lots.bySerial(serial).stream()
                .filter(u -> u.block().item().equals(order.item()))
                .filter(u -> u.state() == SerialUnit.Life.GOES_ON)
                .max(Comparator.comparing(SerialUnit::life));
    }

    private ObjectNode born(
            Slip slip, OrderCard card, WorkOrder order, EventId id, String password) {
        ObjectNode made = slip.draft("produced", zone, password);
        made.put("id", id.toString());
        made.put("site", order.site().code());
        made.put("evidence", evidence(slip));
        RunForm.run(made, slip, card.code(), "production");
        ObjectNode birth = made.putArray("outputs").addObject();
        ObjectNode passport = birth.putObject("passport");
        passport.put("item", order.item().code());
        passport.put("number", card.code().code());
        ObjectNode serials = passport.putObject("serials");
        serials.put("prefix", "").put("first", 0).put("digits", 0);
        serials.putArray("texts").add(slip.word("unit"));
        birth.put("quantity", "1 ea");
        String location = slip.has("to") ? slip.word("to") : "MAIN";
        birth.put(
                "to",
                new Place.At(order.site(), new stemma.identifiers.LocationCode(location)).text());
        return made;
    }

    /** It was scanned if every component was; a row that nobody filled says nothing. */
    private static String evidence(Slip slip) {
        for (int i = 0; i < slip.all("lot").size(); i++) {
            boolean isFilled = !slip.word("lot", i).isEmpty();
            if (isFilled && !slip.word("evidence", i).equals("scanned")) return "keyed";
        }
        return "scanned";
    }

    private static Objection correct(String element, String sentence) {
        return new Objection("field_missing", element, sentence, Objection.Remedy.CORRECT);
    }
}
