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
import stemma.identifiers.LotNumber;
import stemma.intake.Desk;
import stemma.intake.Slip;
import stemma.shell.Address;
import stemma.shell.Refused;
import stemma.shipping.ArrivalDraft;
import stemma.shipping.Consignment;
import stemma.shipping.Shipping;

import java.time.ZoneId;

/** Proof of delivery: all of it, or lot by lot with what was short or damaged. */
@Controller
class ArrivalPages {
    private final Shipping shipping;
    private final ArrivalDraft drafts;
    private final Desk desk;
    private final EventIds ids;
    private final ZoneId zone;

    ArrivalPages(Shipping shipping, ArrivalDraft drafts, Desk desk, EventIds ids, ZoneId zone) {
        this.shipping = shipping;
        this.drafts = drafts;
        this.desk = desk;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/shipments/arrival")
    String arrival(@RequestParam String code, @RequestParam String to, Model model) {
        model.addAttribute("page", new ArrivalPage(shipment(code, to), Slip.blank(ids)));
        return "shipping/arrival";
    }

    private Consignment shipment(String code, String to) {
        return shipping.shipment(code).stream()
                .filter(one -> one.kind() == Consignment.Kind.SHIPMENT)
                .filter(one ->
                        LotNumber.normal(one.consignee().code()).equals(LotNumber.normal(to)))
                .findFirst()
                .orElseThrow(() -> Refused.of(
                        "shipment_unknown",
                        404,
                        "There is no shipment " + code + " to " + to + "."));
    }

    @PostMapping("/shipments/arrival")
    ModelAndView arrived(
            Caller caller,
            @RequestParam String code,
            @RequestParam String to,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        Consignment shipment = shipment(code, to);
        return switch (desk.give(caller, drafts.of(shipment, slip, zone, password))) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute("said", "Shipment " + code + " has arrived.");
                yield new ModelAndView("redirect:" + Address.of("/shipments", code));
            }
            case Desk.Outcome.Objected objected -> {
                model.addAttribute("page", new ArrivalPage(shipment, slip.with(objected)));
                yield new ModelAndView("shipping/arrival", model.asMap(), HttpStatus.CONFLICT);
            }
        };
    }
}
