package stemma.production.web;

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
import stemma.identifiers.EventIds;
import stemma.identifiers.LocationCode;
import stemma.identifiers.ResourceCode;
import stemma.intake.Desk;
import stemma.intake.Objection;
import stemma.intake.Slip;
import stemma.ledger.Place;
import stemma.production.VesselCard;
import stemma.production.Vessels;
import stemma.shell.Address;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The tanks and silos: what is in each and how its level went; filled, drawn, emptied, cleaned. */
@Controller
class VesselPages {
    private final Vessels vessels;
    private final Desk desk;
    private final Taking taking;
    private final EventIds ids;
    private final ZoneId zone;

    VesselPages(Vessels vessels, Desk desk, Taking taking, EventIds ids, ZoneId zone) {
        this.vessels = vessels;
        this.desk = desk;
        this.taking = taking;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/vessels")
    String list(@RequestParam(defaultValue = "") String code, Model model) {
        if (!code.isBlank()) return one(code, model);
        model.addAttribute("vessels", vessels.all());
        return "production/vessels";
    }

    @GetMapping("/vessels/{code}")
    String one(@PathVariable String code, Model model) {
        return page(vessels.vessel(new ResourceCode(code)), Slip.blank(ids), "", model);
    }

    private static String page(VesselCard card, Slip slip, String act, Model model) {
        model.addAttribute("card", card);
        model.addAttribute("slip", slip);
        model.addAttribute("act", act);
        model.addAttribute("chart", LevelChart.of(card));
        return "production/vessel";
    }

    @PostMapping("/vessels/fill")
    ModelAndView fill(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        VesselCard card = vessels.vessel(new ResourceCode(slip.word("vessel")));
        ObjectNode draft = draft("filled", slip, card, password);
        ArrayNode lines = draft.putArray("lines");
        List<Objection> wrong = new ArrayList<>();
        Taking.Row row =
                new Taking.Row(slip.word("lot"), slip.word("quantity"), slip.word("location"));
        switch (taking.take(row, card.vessel().site(), "lot")) {
            case Taking.Taken.Line(var line, var _) -> lines.add(line);
            case Taking.Taken.Whole(var container) ->
                wrong.add(new Objection(
                        "field_invalid",
                        "lot",
                        container + " is a container; scan what is in it.",
                        Objection.Remedy.CORRECT));
            case Taking.Taken.Unsettled(var objection) -> wrong.add(objection);
        }
        Desk.Outcome outcome =
                wrong.isEmpty() ? desk.give(caller, draft) : new Desk.Outcome.Objected(wrong);
        return answered(outcome, card, slip, "fill", model, redirect);
    }

    /** A number alone is in the unit of what is in the vessel. */
    private static String measured(String said, VesselCard card) {
        boolean isBare = said.matches("[\\d.,]+") && card.level().size() == 1;
        return isBare ? said + " " + card.level().getFirst().unit() : said;
    }

    @PostMapping("/vessels/draw")
    ModelAndView draw(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        VesselCard card = vessels.vessel(new ResourceCode(slip.word("vessel")));
        ObjectNode draft = draft("drawn", slip, card, password);
        ObjectNode birth = draft.putArray("lots").addObject();
        birth.putObject("passport")
                .put("item", slip.word("item"))
                .put("number", slip.word("number"));
        birth.put("quantity", measured(slip.word("quantity"), card));
        String location = slip.has("location") ? slip.word("location") : "MAIN";
        birth.put("to", new Place.At(card.vessel().site(), new LocationCode(location)).text());
        return answered(desk.give(caller, draft), card, slip, "draw", model, redirect);
    }

    @PostMapping("/vessels/empty")
    ModelAndView empty(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        VesselCard card = vessels.vessel(new ResourceCode(slip.word("vessel")));
        ObjectNode draft = draft("emptied", slip, card, password);
        return answered(desk.give(caller, draft), card, slip, "empty", model, redirect);
    }

    @PostMapping("/vessels/clean")
    ModelAndView clean(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        VesselCard card = vessels.vessel(new ResourceCode(slip.word("vessel")));
        ObjectNode draft = draft("cleaned", slip, card, password);
        draft.remove("vessel");
        draft.put("resource", card.vessel().code().code());
        draft.put("method", slip.word("method"));
        ArrayNode hazards = draft.putArray("hazards");
        for (String hazard : slip.word("hazards").split(",\\s*"))
            if (!hazard.isBlank()) hazards.add(hazard.strip());
        return answered(desk.give(caller, draft), card, slip, "clean", model, redirect);
    }

    private ObjectNode draft(String kind, Slip slip, VesselCard card, String password) {
        ObjectNode draft = slip.draft(kind, zone, password);
        draft.put("site", card.vessel().site().code());
        draft.put("vessel", card.vessel().code().code());
        return draft;
    }

    private static ModelAndView answered(
            Desk.Outcome outcome,
            VesselCard card,
            Slip slip,
            String act,
            Model model,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Desk.Outcome.Recorded recorded -> {
                redirect.addFlashAttribute("said", RunWords.said(recorded.events()));
                yield new ModelAndView("redirect:"
                        + Address.of("/vessels", card.vessel().code().code()));
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        page(card, slip.with(objected), act, model),
                        model.asMap(),
                        HttpStatus.CONFLICT);
        };
    }
}
