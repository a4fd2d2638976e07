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
import stemma.identifiers.EventIds;
import stemma.identifiers.LocationCode;
import stemma.identifiers.SiteCode;
import stemma.intake.Desk;
import stemma.intake.Objection;
import stemma.intake.Slip;
import stemma.ledger.Place;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The page on which a unit or a lot is taken apart, and its parts are kept as reclaimed lots. */
@Controller
class UnbuildPages {
    private final Desk desk;
    private final Taking taking;
    private final EventIds ids;
    private final ZoneId zone;

    UnbuildPages(Desk desk, Taking taking, EventIds ids, ZoneId zone) {
        this.desk = desk;
        this.taking = taking;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/production/unbuild")
    String blank(
            @RequestParam String site, @RequestParam(defaultValue = "") String lot, Model model) {
        return page(Slip.blank(ids).with("site", site).with("lot", lot), model);
    }

    private static String page(Slip slip, Model model) {
        model.addAttribute("slip", slip);
        return "production/unbuild";
    }

    @PostMapping("/production/unbuild")
    ModelAndView unbuild(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        return switch (given(caller, slip, password)) {
            case Desk.Outcome.Recorded recorded -> {
                redirect.addFlashAttribute("said", RunWords.said(recorded.events()));
                yield new ModelAndView("redirect:/production");
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        page(slip.with(objected), model), model.asMap(), HttpStatus.CONFLICT);
        };
    }

    private Desk.Outcome given(Caller caller, Slip slip, String password) {
        SiteCode site = new SiteCode(slip.word("site"));
        List<Objection> wrong = new ArrayList<>();
        ObjectNode taken = draft("consumed", slip, password);
        ArrayNode inputs = taken.putArray("inputs");
        Taking.Row row = new Taking.Row(slip.word("lot"), slip.word("amount"), "");
        switch (taking.take(row, site, "lot")) {
            case Taking.Taken.Line(var line, var _) -> inputs.add(line);
            case Taking.Taken.Whole(var container) ->
                wrong.add(correct("lot", container + " is a container; scan what is in it."));
            case Taking.Taken.Unsettled(var objection) -> wrong.add(objection);
        }
        ObjectNode given = draft("produced", slip, password);
        given.put("id", slip.event().beside("parts").toString());
        ArrayNode outputs = given.putArray("outputs");
        String location = slip.has("to") ? slip.word("to") : "MAIN";
        for (int i = 0; i < slip.all("part_item").size(); i++) {
            if (slip.word("part_item", i).isEmpty()) continue;
            ObjectNode birth = outputs.addObject();
            birth.putObject("passport")
                    .put("item", slip.word("part_item", i))
                    .put("number", slip.word("part_number", i));
            birth.put("quantity", slip.word("part_quantity", i));
            birth.put("to", new Place.At(site, new LocationCode(location)).text());
            birth.put("status", "quarantined");
        }
        if (!wrong.isEmpty()) return new Desk.Outcome.Objected(wrong);
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        ArrayNode events = both.putArray("events").add(taken);
        if (!outputs.isEmpty()) events.add(given);
        return desk.give(caller, both);
    }

    private ObjectNode draft(String kind, Slip slip, String password) {
        ObjectNode draft = slip.draft(kind, zone, password);
        draft.putObject("run")
                .put("id", slip.word("run"))
                .put("kind", "disassembly")
                .put("basis", "discrete_unit");
        return draft;
    }

    private static Objection correct(String element, String sentence) {
        return new Objection("field_invalid", element, sentence, Objection.Remedy.CORRECT);
    }
}
