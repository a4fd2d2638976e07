package stemma.receiving.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.identifiers.EventIds;
import stemma.intake.Desk;
import stemma.intake.Slip;
import stemma.shell.Address;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form on which goods go back to who sent them. */
@Controller
class SendBackPages {
    private static final int ROWS = 5;

    private final Catalog catalog;
    private final Desk desk;
    private final EventIds ids;
    private final Today today;

    SendBackPages(Catalog catalog, Desk desk, EventIds ids, Today today) {
        this.catalog = catalog;
        this.desk = desk;
        this.ids = ids;
        this.today = today;
    }

    @GetMapping("/send-back")
    String blank(
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String supplier,
            Model model) {
        Slip slip = Slip.blank(ids).with("lot", lot).with("supplier", supplier);
        Slip here = catalog.onlySite()
                .map(site -> slip.with("site", site.code().code()))
                .orElse(slip);
        return shown(here, model);
    }

    @PostMapping("/send-back")
    String given(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        ObjectNode draft =
                slip.draft("returned_to_supplier", today.zone(slip.word("site")), password);
        draft.put("document", slip.word("document"));
        draft.put("supplier", slip.word("supplier"));
        ArrayNode lines = draft.putArray("lines");
        for (int row = 0; row < slip.all("lot").size(); row++) {
            if (slip.word("lot", row).isEmpty()) continue;
            ObjectNode line = lines.addObject();
            line.put("lot", slip.word("lot", row));
            if (!slip.word("quantity", row).isEmpty())
                line.put("quantity", slip.word("quantity", row));
            if (!slip.word("from", row).isEmpty())
                line.put("from", "at:" + slip.word("site") + "/" + slip.word("from", row));
        }
        return switch (desk.give(caller, draft)) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute(
                        "said", "Return " + slip.word("document") + " is recorded.");
                yield "redirect:" + Address.of("/receipts", slip.word("document"));
            }
            case Desk.Outcome.Objected objected -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield shown(slip.with(objected), model);
            }
        };
    }

    private static String shown(Slip slip, Model model) {
        model.addAttribute("slip", slip);
        model.addAttribute("rows", Math.max(ROWS, slip.all("lot").size()));
        return "receiving/send-back";
    }
}
