package stemma.warehouse.web;

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
import stemma.catalog.Catalog;
import stemma.identifiers.EventIds;
import stemma.identifiers.MalformedIdentifier;
import stemma.intake.Desk;
import stemma.intake.Objection;
import stemma.intake.Slip;
import stemma.ledger.MalformedEvent;
import stemma.lots.Lots;
import stemma.quantity.MalformedQuantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Stock;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The forms of the store, which a scanner fills in any order; each asks before it records. */
@Controller
class ActPages {
    private final Desk desk;
    private final Goods goods;
    private final EventIds ids;
    private final ZoneId zone;

    ActPages(Desk desk, Catalog catalog, Lots lots, Stock stock, EventIds ids, ZoneId zone) {
        this.desk = desk;
        this.goods = new Goods(catalog, lots, stock);
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/move")
    String move(@RequestParam MultiValueMap<String, String> asked, Model model) {
        return form(StoreAct.MOVE, filled(asked), model);
    }

    @GetMapping("/warehouse/acts/{act}")
    String form(
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> asked,
            Model model) {
        return form(act(act), filled(asked), model);
    }

    @PostMapping("/move")
    ModelAndView move(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        return give(StoreAct.MOVE, caller, Slip.sent(sent), password, model, redirect);
    }

    @PostMapping("/warehouse/acts/{act}")
    ModelAndView give(
            Caller caller,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        return give(act(act), caller, Slip.sent(sent), password, model, redirect);
    }

    private ModelAndView give(
            StoreAct act,
            Caller caller,
            Slip slip,
            String password,
            Model model,
            RedirectAttributes redirect) {
        caller.require(Permission.MOVE);
        return switch (given(act, caller, slip, password)) {
            case Desk.Outcome.Recorded recorded -> {
                var first = recorded.events().getFirst();
                redirect.addFlashAttribute("said", act.done() + ", and recorded.");
                yield new ModelAndView(
                        "redirect:" + act.address() + "?done=" + first.event().id());
            }
            case Desk.Outcome.Objected objected ->
                new ModelAndView(
                        form(act, slip.with(objected), model), model.asMap(), HttpStatus.CONFLICT);
        };
    }

    /** What cannot be written down at all is told like anything else that stands against it. */
    private Desk.Outcome given(StoreAct act, Caller caller, Slip slip, String password) {
        try {
            ActDraft draft = new ActDraft(goods, act, slip, zone, password);
            var whole = draft.draft();
            if (!draft.unsaid().isEmpty()) return unread("place_missing", draft.unsaid());
            if (whole.path("events").isArray() && whole.path("events").isEmpty())
                return unread("lines_missing", List.of("Scan at least one lot."));
            return desk.give(caller, whole);
        } catch (MalformedQuantity bad) {
            return unread(bad.code(), List.of(bad.getMessage() + ""));
        } catch (MalformedIdentifier bad) {
            return unread(bad.code(), List.of(bad.getMessage() + ""));
        } catch (MalformedEvent bad) {
            return unread(bad.code(), List.of(bad.getMessage() + ""));
        }
    }

    private static Desk.Outcome unread(String code, List<String> sentences) {
        return new Desk.Outcome.Objected(sentences.stream()
                .map(s -> new Objection(code, "lines", s, Objection.Remedy.CORRECT))
                .toList());
    }

    private Slip filled(MultiValueMap<String, String> asked) {
        Slip slip = Slip.blank(ids);
        for (String field : List.of("done", "what", "container", "to", "from", "transfer", "kind"))
            if (asked.containsKey(field)) slip = slip.with(field, asked.getFirst(field) + "");
        return slip;
    }

    private static StoreAct act(String word) {
        for (StoreAct act : StoreAct.values())
            if (act.word().equals(word.toLowerCase(Locale.ROOT))) return act;
        throw new Refused(
                Problem.of("not_found", 404, "There is no form " + word + ".").notRecording(""));
    }

    private static String form(StoreAct act, Slip slip, Model model) {
        model.addAttribute("act", act);
        model.addAttribute("slip", slip);
        return "warehouse/act";
    }
}
