package stemma.quality.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import stemma.genealogy.LeftFree;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.intake.Desk;
import stemma.intake.Slip;
import stemma.intake.Walls;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.Characteristic;
import stemma.quality.Contested;
import stemma.quality.Correction;
import stemma.quality.Inspecting;
import stemma.quality.Inspection;
import stemma.quality.InspectionCard;
import stemma.quality.InspectionList;
import stemma.quality.NextRetest;
import stemma.quality.Occasion;
import stemma.quality.Quality;
import stemma.quality.Reading;
import stemma.quality.Retests;
import stemma.quality.Specification;
import stemma.quantity.Quantity;
import stemma.sheets.SheetFormat;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.warehouse.StockLine;
import stemma.warehouse.Warehouse;

import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What waits to be judged, and the page on which results are keyed and lots are judged. */
@Controller
class InspectionPages {
    private final Quality quality;
    private final Inspecting inspecting;
    private final Contested contested;
    private final Retests retests;
    private final Lots lots;
    private final LeftFree leftFree;
    private final Walls walls;
    private final Desk desk;
    private final Warehouse warehouse;
    private final InstantSource now;
    private final EventIds ids;
    private final ZoneId zone;

    InspectionPages(
            Quality quality,
            Inspecting inspecting,
            Contested contested,
            Retests retests,
            Lots lots,
            LeftFree leftFree,
            Walls walls,
            Desk desk,
            Warehouse warehouse,
            InstantSource now,
            EventIds ids,
            ZoneId zone) {
        this.quality = quality;
        this.inspecting = inspecting;
        this.contested = contested;
        this.retests = retests;
        this.lots = lots;
        this.leftFree = leftFree;
        this.walls = walls;
        this.desk = desk;
        this.warehouse = warehouse;
        this.now = now;
        this.ids = ids;
        this.zone = zone;
    }

    /** The list; with the number of a lot its inspections alone, and a single open one at once. */
    @GetMapping("/inspections")
    String list(Caller caller, InspectionAsked asked, Model model) {
        InspectionList list = quality.inspections(asked.query(caller, lots), now.instant());
        List<InspectionCard> open = list.cards().stream()
                .filter(c -> c.inspection().state() == Inspection.State.OPEN)
                .toList();
        boolean isScanned = asked.state() == null && !asked.lot().isEmpty();
        if (isScanned && open.size() == 1)
            return "redirect:/inspections/" + open.getFirst().inspection().id();
        model.addAttribute("list", list);
        model.addAttribute("asked", asked);
        model.addAttribute("rows", InspectionRow.of(list.cards(), lots, list.at()));
        model.addAttribute("slip", Slip.blank(ids));
        model.addAttribute("against", contested.seenBy(caller));
        model.addAttribute("openable", openable(caller, asked));
        return "quality/inspections";
    }

    /** Returns the lots of the number that was asked for, of which one may be opened by hand. */
    private List<Lot> openable(Caller caller, InspectionAsked asked) {
        if (asked.lot().isEmpty() || LotId.looksLike(asked.lot())) return List.of();
        return lots.family(null, new LotNumber(asked.lot())).stream()
                .filter(lot -> caller.may(Permission.INSPECT, lot.site()))
                .filter(lot -> quality.specifications(lot.item()).stream()
                        .anyMatch(one -> one.state() == Specification.State.IN_FORCE))
                .toList();
    }

    @GetMapping("/inspections/file")
    ResponseEntity<byte[]> file(
            Caller caller, InspectionAsked asked, @RequestParam(defaultValue = "csv") String as) {
        SheetFormat format = SheetFormat.of(as);
        InspectionList list = quality.inspections(asked.query(caller, lots).whole(), now.instant());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(
                InspectionSheet.HEADINGS,
                InspectionRow.of(list.cards(), lots, list.at()).stream()
                        .map(InspectionSheet::cells)
                        .toList(),
                bytes);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("inspections" + format.ending())
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    /** Opens an inspection by hand, of all that there is of the lot. */
    @PostMapping("/inspections")
    String open(Caller caller, @RequestParam MultiValueMap<String, String> sent) {
        Slip slip = Slip.sent(sent);
        Portion lot = Portion.of(slip.word("lot"));
        Quantity amount = warehouse.seenBy(caller).lines().stream()
                .filter(line -> line.lot().lot().span().overlaps(lot))
                .map(StockLine::quantity)
                .reduce(Quantity::plus)
                .orElseThrow(() -> new Refused(Problem.of(
                                "nothing_to_inspect", 409, "Nothing of that lot is here any more.")
                        .advising("Look where it is: on the card of the lot.")));
        Inspection opened = inspecting.open(
                caller,
                slip.event(),
                List.of(lot),
                BlockedAsked.one("occasion", slip.word("occasion"), new Occasion[] {
                    Occasion.ASKED, Occasion.RETEST
                }),
                amount);
        return "redirect:/inspections/" + opened.id();
    }

    @GetMapping("/inspections/{id}")
    String one(Caller caller, @PathVariable String id, Model model) {
        return page(caller, EventId.of(id), Slip.blank(ids), model);
    }

    private String page(Caller caller, EventId id, Slip slip, Model model) {
        InspectionCard card = quality.inspection(caller, id);
        model.addAttribute(
                "row", InspectionRow.of(List.of(card), lots, now.instant()).getFirst());
        model.addAttribute("next", retests.next(card));
        model.addAttribute("leftFree", leftFree(caller, card));
        model.addAttribute("slip", slip);
        model.addAttribute("fields", ResultField.of(card, ids));
        return "quality/inspection";
    }

    /** Returns what the judgement left free, as far as the caller may know of it. */
    private LeftFree.Parts leftFree(Caller caller, InspectionCard card) {
        if (card.judgement() == null) return new LeftFree.Parts(List.of());
        return new LeftFree.Parts(leftFree.by(List.of(card.judgement().seq())).gaps().stream()
                .filter(gap -> !walls.seenIds(caller, gap.lots()).isEmpty())
                .toList());
    }

    /** Takes what was keyed; fields left empty are found later. */
    @PostMapping("/inspections/{id}/results")
    String results(
            Caller caller,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
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
        InspectionCard card =
                inspecting.record(caller, inspection, readings, correction(slip, password));
        redirect.addFlashAttribute(
                "said",
                readings.size() + (readings.size() == 1 ? " result is" : " results are")
                        + " recorded. " + card.verdictWords());
        return "redirect:/inspections/" + inspection;
    }

    /** The form of what is judged already asks for a reason of the list and a signature. */
    private static Correction.@Nullable Asked correction(Slip slip, String password) {
        return slip.has("why")
                ? new Correction.Asked(
                        Correction.Why.of(slip.word("why")),
                        slip.word("shown"),
                        slip.word("signer"),
                        password)
                : null;
    }

    private static Reading reading(Slip slip, String name, Characteristic one, int sample) {
        return Reading.asking(
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
        List<NextRetest> next = retests.next(card);
        ObjectNode judged = new JudgementDraft(card, next, slip, zone).signed(password);
        return switch (desk.give(caller, judged)) {
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
}
