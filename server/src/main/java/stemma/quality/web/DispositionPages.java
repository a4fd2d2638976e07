package stemma.quality.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.EventIds;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.Portion;
import stemma.intake.Desk;
import stemma.intake.Objection;
import stemma.intake.Slip;
import stemma.ledger.Place;
import stemma.lots.Lots;
import stemma.quality.BlockedLine;
import stemma.quality.BlockedStock;
import stemma.quality.Disposition;
import stemma.quality.InspectionCard;
import stemma.quality.Quality;
import stemma.quantity.MalformedQuantity;
import stemma.sheets.SheetFormat;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** What is not fit as it stands, and the form on which somebody disposes of it. */
@Controller
class DispositionPages {
    private final BlockedStock blocked;
    private final Quality quality;
    private final Lots lots;
    private final Desk desk;
    private final Access access;
    private final EventIds ids;

    DispositionPages(
            BlockedStock blocked,
            Quality quality,
            Lots lots,
            Desk desk,
            Access access,
            EventIds ids) {
        this.blocked = blocked;
        this.quality = quality;
        this.lots = lots;
        this.desk = desk;
        this.access = access;
        this.ids = ids;
    }

    @GetMapping("/blocked-stock")
    String list(Caller caller, BlockedAsked asked, Model model) {
        model.addAttribute("page", blocked.seenBy(caller).page(asked.query()));
        return "quality/blocked";
    }

    @GetMapping("/blocked-stock/file")
    ResponseEntity<byte[]> file(
            Caller caller, BlockedAsked asked, @RequestParam(defaultValue = "csv") String as) {
        SheetFormat format = SheetFormat.of(as);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<BlockedLine> rows =
                blocked.seenBy(caller).page(asked.query().whole()).rows();
        format.write(
                BlockedSheet.HEADINGS, rows.stream().map(BlockedSheet::cells).toList(), bytes);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("blocked-stock" + format.ending())
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    /** The form for what stands of a lot at a place. */
    @GetMapping("/blocked-stock/disposition")
    String form(Caller caller, @RequestParam String lot, @RequestParam String place, Model model) {
        return form(known(caller, lot, place), Slip.blank(ids), model);
    }

    private String form(BlockedLine line, Slip slip, Model model) {
        model.addAttribute("form", DispositionForm.of(line, cards(line), lots));
        model.addAttribute("slip", slip);
        return "quality/disposition";
    }

    /** All of it is recorded or none; a concession is stated as a fact, as which it is kept. */
    @PostMapping("/blocked-stock/disposition")
    ModelAndView dispose(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        BlockedLine line = known(caller, slip.word("lot"), slip.word("place"));
        caller.require(Permission.JUDGE, line.stock().lot().lot().site());
        return switch (given(caller, line, slip, password)) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute(
                        "said",
                        "Decided: " + slip.word("way").replace('_', ' ') + ", "
                                + line.stock().lot().number() + ".");
                yield new ModelAndView(
                        line.stock().lot().lot().isRetained()
                                ? "redirect:/retained-samples"
                                : "redirect:/blocked-stock");
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        form(line, slip.with(objected), model), model.asMap(), HttpStatus.CONFLICT);
        };
    }

    private Desk.Outcome given(Caller caller, BlockedLine line, Slip slip, String password) {
        DispositionDraft draft = new DispositionDraft(line, cards(line), lots, slip, password);
        try {
            draft.witness(code -> access.people().find(code).isPresent(), caller.actor());
            Desk.Outcome asked = desk.give(caller, draft.asked());
            return draft.isConceded(asked) ? desk.give(caller, draft.stated()) : asked;
        } catch (Refused open) {
            Problem problem = open.problem();
            if (!problem.code().equals(Disposition.INCOMPLETE)) throw open;
            return unread(
                    problem.code(),
                    problem.details().getOrDefault("element", ""),
                    problem.sentence());
        } catch (MalformedQuantity bad) {
            return unread(bad.code(), "amount", bad.getMessage() + "");
        } catch (MalformedIdentifier bad) {
            return unread(bad.code(), "", bad.getMessage() + "");
        }
    }

    private static Desk.Outcome unread(String code, String element, String sentence) {
        return new Desk.Outcome.Objected(
                List.of(new Objection(code, element, sentence, Objection.Remedy.CORRECT)));
    }

    private List<InspectionCard> cards(BlockedLine line) {
        return quality.inspections(List.of(line.stock().lot().lot().span()));
    }

    private BlockedLine known(Caller caller, String lot, String place) {
        return blocked.seenBy(caller)
                .line(Portion.of(lot), Place.of(place))
                .orElseThrow(() -> new Refused(Problem.of(
                                "not_blocked", 404, "Nothing of that lot is blocked at that place.")
                        .advising("Look at the list of blocked stock again.")));
    }
}
