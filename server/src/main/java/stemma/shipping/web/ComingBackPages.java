package stemma.shipping.web;

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
import stemma.intake.Desk;
import stemma.intake.Slip;
import stemma.shell.Address;
import stemma.shipping.DropDraft;
import stemma.shipping.ReturnDraft;

import java.time.ZoneId;

/** What comes back from customers, and what goes to them without passing our dock. */
@Controller
class ComingBackPages {
    private static final int ROWS = 3;
    private final ReturnDraft returns;
    private final Desk desk;
    private final EventIds ids;
    private final ZoneId zone;

    ComingBackPages(ReturnDraft returns, Desk desk, EventIds ids, ZoneId zone) {
        this.returns = returns;
        this.desk = desk;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/returns/new")
    String blank(Model model) {
        return returned(Slip.blank(ids), model);
    }

    private static String returned(Slip slip, Model model) {
        model.addAttribute("slip", slip);
        model.addAttribute("rows", Math.max(ROWS, slip.all("claimed").size()));
        return "shipping/return";
    }

    @PostMapping("/returns")
    ModelAndView takeBack(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        return switch (desk.give(caller, returns.of(slip, zone, password))) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute(
                        "said",
                        "Return " + slip.word("document")
                                + " is kept apart, for quality to judge.");
                yield new ModelAndView(
                        "redirect:" + Address.of("/shipments", slip.word("document")));
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        returned(slip.with(objected), model), model.asMap(), HttpStatus.CONFLICT);
        };
    }

    @GetMapping("/drop-shipments/new")
    String drop(Model model) {
        model.addAttribute("slip", Slip.blank(ids));
        return "shipping/drop";
    }

    @PostMapping("/drop-shipments")
    ModelAndView dropped(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        return switch (desk.give(caller, DropDraft.of(slip, zone, password))) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute(
                        "said", "Shipment " + slip.word("shipment") + " went from the supplier.");
                yield new ModelAndView(
                        "redirect:" + Address.of("/shipments", slip.word("shipment")));
            }
            case Desk.Outcome.Objected objected -> {
                model.addAttribute("slip", slip.with(objected));
                yield new ModelAndView("shipping/drop", model.asMap(), HttpStatus.CONFLICT);
            }
        };
    }
}
