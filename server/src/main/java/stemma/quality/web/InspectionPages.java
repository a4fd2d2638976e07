package stemma.quality.web;

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
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.LotNumber;
import stemma.intake.Desk;
import stemma.intake.Slip;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.Characteristic;
import stemma.quality.Inspecting;
import stemma.quality.Inspection;
import stemma.quality.InspectionCard;
import stemma.quality.Quality;
import stemma.quality.Reading;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What waits to be judged, and the page on which results are keyed and lots are judged. */
@Controller
class InspectionPages {
    private static final int LISTED = 200;
    private final Quality quality;
    private final Inspecting inspecting;
    private final Lots lots;
    private final Desk desk;
    private final EventIds ids;
    private final ZoneId zone;

    InspectionPages(
            Quality quality,
            Inspecting inspecting,
            Lots lots,
            Desk desk,
            EventIds ids,
            ZoneId zone) {
        this.quality = quality;
        this.inspecting = inspecting;
        this.lots = lots;
        this.desk = desk;
        this.ids = ids;
        this.zone = zone;
    }

    /** The list; with the number of a lot, its inspections alone, and a single one at once. */
    @GetMapping("/inspections")
    String list(
            Caller caller,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        int first = Math.max(0, from);
        List<InspectionCard> cards = lot.isBlank()
                ? quality.inspections(caller, Inspection.State.of(state), first, LISTED)
                : quality.inspections(lots.family(null, new LotNumber(lot.strip())).stream()
                        .map(Lot::span)
                        .toList());
        List<InspectionCard> seen = cards.stream()
                .filter(c -> caller.may(Permission.SEE_RECORD, c.inspection().site()))
                .toList();
        List<InspectionCard> open = seen.stream()
                .filter(c -> c.inspection().state() == Inspection.State.OPEN)
                .toList();
        if (!lot.isBlank() && open.size() == 1)
            return "redirect:/inspections/" + open.getFirst().inspection().id();
        model.addAttribute("rows", InspectionRow.of(seen, lots));
        model.addAttribute("from", first);
        model.addAttribute("before", Math.max(0, first - LISTED));
        model.addAttribute("next", lot.isBlank() && cards.size() == LISTED ? first + LISTED : 0);
        model.addAttribute("state", Inspection.State.of(state));
        model.addAttribute("lot", lot.strip());
        return "quality/inspections";
    }

    @GetMapping("/inspections/{id}")
    String one(Caller caller, @PathVariable String id, Model model) {
        return page(caller, EventId.of(id), Slip.blank(ids), model);
    }

    private String page(Caller caller, EventId id, Slip slip, Model model) {
        InspectionCard card = quality.inspection(caller, id);
        model.addAttribute("row", InspectionRow.of(List.of(card), lots).getFirst());
        model.addAttribute("slip", slip);
        model.addAttribute("fields", ResultField.of(card, ids));
        return "quality/inspection";
    }

    /** Takes what was keyed; fields left empty are found later. */
    @PostMapping("/inspections/{id}/results")
    String results(
            Caller caller,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        EventId inspection = EventId.of(id);
        InspectionCard before = quality.inspection(caller, inspection);
        Slip slip = Slip.sent(sent);
        List<Reading> readings = new ArrayList<>();
        for (Characteristic one : before.specification().characteristics()) {
            for (int sample = 1; sample <= before.needed(one); sample++) {
                String name = ResultField.name(one.number(), sample);
                if (slip.has(name)) readings.add(reading(slip, name, one, sample));
            }
        }
        InspectionCard card = inspecting.record(caller, inspection, readings);
        redirect.addFlashAttribute(
                "said",
                readings.size() + (readings.size() == 1 ? " result is" : " results are")
                        + " recorded. " + card.verdictWords());
        return "redirect:/inspections/" + inspection;
    }

    private static Reading reading(Slip slip, String name, Characteristic one, int sample) {
        return new Reading(
                EventId.of(slip.word(name + "-id")),
                one.number(),
                sample,
                slip.word(name),
                null,
                null,
                null,
                null,
                slip.word("reason_text"));
    }

    /** Judges the lots of the inspection on what was shown. */
    @PostMapping("/inspections/{id}/judgement")
    ModelAndView judge(
            Caller caller,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        EventId inspection = EventId.of(id);
        InspectionCard card = quality.inspection(caller, inspection);
        Slip slip = Slip.sent(sent);
        return switch (desk.give(caller, judged(card, slip, password))) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute("said", "Judged: " + slip.word("status") + ".");
                yield new ModelAndView("redirect:/inspections/" + inspection);
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        page(caller, inspection, slip.with(objected), model),
                        model.asMap(),
                        HttpStatus.CONFLICT);
        };
    }

    private ObjectNode judged(InspectionCard card, Slip slip, String password) {
        ObjectNode draft = slip.draft("judged", zone, password);
        draft.put("site", card.inspection().site().code());
        draft.put("status", slip.word("status"));
        ArrayNode judged = draft.putArray("lots");
        card.inspection().lots().forEach(lot -> judged.add(lot.toString()));
        draft.putArray("inspections")
                .addObject()
                .put("inspection", card.inspection().id().toString())
                .put("item", card.specification().item().code())
                .put("revision", card.specification().revision())
                .put("conclusion", slip.word("conclusion"))
                .put("results", slip.word("shown"));
        if (!slip.has("reason") && slip.has("reason_text"))
            draft.putObject("reason").put("code", "judged").put("text", slip.word("reason_text"));
        if (!password.isEmpty())
            draft.putObject("sign")
                    .put("password", password)
                    .put("meaning", meaning(slip.word("status")));
        return draft;
    }

    private static String meaning(String status) {
        boolean hasNone = status.equals(Status.QUARANTINED.name().toLowerCase(Locale.ROOT));
        return hasNone ? "reviewed" : status;
    }
}
