package stemma.catalog.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer.Amended;
import stemma.catalog.AmendmentAnswer.Refused;
import stemma.catalog.Catalog;
import stemma.catalog.Master;
import stemma.catalog.MasterChange;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.Revised;
import stemma.catalog.SheetColumns;
import stemma.catalog.SheetReading;
import stemma.catalog.SheetRow;
import stemma.catalog.Standing;
import stemma.shell.Problem;
import stemma.signatures.Credentials;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lists, cards and forms of masters. */
@Controller
class MasterPages {
    private final Catalog catalog;
    private final LooseningSigned loosening;

    MasterPages(Catalog catalog, LooseningSigned loosening) {
        this.loosening = loosening;
        this.catalog = catalog;
    }

    @GetMapping("/masters/{masters}")
    String list(
            @PathVariable String masters,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "active") String standing,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "up") String direction,
            @RequestParam(defaultValue = "0") int offset,
            Model model) {
        MasterKind kind = MasterPaths.kind(masters);
        MasterQuery query = MasterList.query(text, standing, sort, direction, offset);
        model.addAttribute(
                "page", new MasterList(kind, query, catalog.page(kind, query), sorts(kind)));
        return "catalog/list";
    }

    private Map<String, String> sorts(MasterKind kind) {
        Map<String, String> sorts = new HashMap<>();
        for (String column : SheetColumns.of(kind)) sorts.put(column, catalog.sortOf(kind, column));
        return sorts;
    }

    @GetMapping("/masters/{masters}/one")
    String one(@PathVariable String masters, @RequestParam String key, Model model) {
        Revised<? extends Master> revised = found(masters, key);
        model.addAttribute(
                "page",
                new MasterCard(
                        revised,
                        MasterCard.relatedTo(revised.master()),
                        catalog.history(revised.master().key())));
        return "catalog/one";
    }

    @GetMapping("/masters/{masters}/new")
    String begin(
            @PathVariable String masters, @RequestParam Map<String, String> values, Model model) {
        String from = values.getOrDefault("from", "");
        model.addAttribute(
                "form",
                from.isEmpty()
                        ? MasterForm.empty(MasterPaths.kind(masters), values)
                        : MasterForm.copyOf(found(masters, from).master()));
        return "catalog/form";
    }

    @GetMapping("/masters/{masters}/edit")
    String edit(@PathVariable String masters, @RequestParam String key, Model model) {
        Revised<? extends Master> revised = found(masters, key);
        model.addAttribute("form", MasterForm.of(revised.master(), revised.revision()));
        return "catalog/form";
    }

    @PostMapping("/masters/{masters}")
    String save(
            Caller caller,
            @PathVariable String masters,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MasterForm form = MasterForm.sent(MasterPaths.kind(masters), sent);
        List<SheetRow> rows = form.rows();
        Master master = SheetReading.read(form.kind(), rows);
        if (master == null) {
            // What cannot be read is an attempt all the same, of which the door leaves the entry.
            request.setAttribute(
                    Problem.class.getName(),
                    Problem.of("field_malformed", 422, "A field of the form cannot be read."));
            return again(
                    form.refusing(
                            rows.stream().flatMap(row -> row.errors().stream()).toList()),
                    model,
                    response);
        }
        Amendment amendment = new Amendment(
                        List.of(master), Map.of(master.key(), form.basedOn()), form.reason())
                .signedBy(loosening.offered(
                        caller,
                        master,
                        new Credentials(word(sent, "signer"), word(sent, "password"))));
        return switch (catalog.amend(amendment, caller.author())) {
            case Refused refused -> again(form.refused(refused.refusals()), model, response);
            case Amended amended -> shown(amended.changes().getFirst(), redirect);
        };
    }

    private static String word(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }

    /** Shows the form again with a line less, or with more empty ones; nothing is recorded. */
    @PostMapping("/masters/{masters}/lines")
    String lines(
            @PathVariable String masters,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "-1") int without,
            Model model) {
        model.addAttribute(
                "form", MasterForm.sent(MasterPaths.kind(masters), sent).without(without));
        return "catalog/form";
    }

    private static String again(MasterForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", form);
        return "catalog/form";
    }

    @PostMapping("/masters/{masters}/standing")
    String stand(
            Caller caller,
            @PathVariable String masters,
            @RequestParam String key,
            @RequestParam Standing standing,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Master master = found(masters, key).master().with(standing);
        return switch (catalog.define(master, caller.author(), reason)) {
            case Refused refused -> throw MasterProblems.ofAmendment(refused.refusals());
            case Amended amended -> shown(amended.changes().getFirst(), redirect);
        };
    }

    private static String shown(MasterChange change, RedirectAttributes redirect) {
        String said = switch (change.effect()) {
            case ADDED -> "Defined.";
            case REVISED -> "Changed; this is revision " + change.revision() + ".";
            case UNCHANGED -> "Nothing was different, so nothing was recorded.";
        };
        redirect.addFlashAttribute("said", said);
        return "redirect:" + MasterPaths.one(change.key());
    }

    private Revised<? extends Master> found(String masters, String key) {
        MasterKind kind = MasterPaths.kind(masters);
        return catalog.find(new MasterKey(kind, key))
                .orElseThrow(() -> new stemma.shell.Refused(Problem.of(
                                "master_unknown",
                                404,
                                "There is no such " + kind.word().replace('_', '-') + ".")
                        .advising("Look for it in the list; its code may be spelled otherwise.")));
    }
}
