package stemma.labelling.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.identifiers.SiteCode;
import stemma.identifiers.Sscc;
import stemma.ledger.BodyJson;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.PalletNumbers;

import java.util.List;
import java.util.Map;

/** The next SSCCs of a site, for the field of a form that packs and for programs. */
@Controller
class SsccPages {
    private final PalletNumbers numbers;
    private final Catalog catalog;

    SsccPages(PalletNumbers numbers, Catalog catalog) {
        this.numbers = numbers;
        this.catalog = catalog;
    }

    /** So many SSCCs of a site. */
    record Wanted(SiteCode site, int count) {}

    /** Returns the field of the name with the next SSCC in it, or why there is none. */
    @PostMapping("/ssccs")
    String next(
            Caller caller,
            @RequestParam(defaultValue = "") String site,
            @RequestParam String field,
            Model model) {
        if (!field.matches("container|into"))
            throw Refused.of("choice_unknown", 422, "The field is container or into.");
        model.addAttribute("field", field);
        model.addAttribute("value", "");
        model.addAttribute("why", "");
        try {
            SiteCode at = site.isBlank() ? onlySite() : new SiteCode(site.strip());
            model.addAttribute("value", numbers.take(caller, at, 1).getFirst().digits());
        } catch (Refused refused) {
            Problem problem = refused.problem();
            model.addAttribute(
                    "why",
                    problem.sentence() + " " + problem.whatToDo() + " (" + problem.code() + ")");
        }
        return "labelling/sscc";
    }

    private SiteCode onlySite() {
        return catalog.onlySite()
                .orElseThrow(() -> Refused.of("site_unknown", 422, "Say of which site."))
                .code();
    }

    @PostMapping("/api/v1/ssccs")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, List<Sscc>> take(Caller caller, @RequestBody byte[] body) {
        Wanted sent = BodyJson.read(Wanted.class, body);
        return Map.of("ssccs", numbers.take(caller, sent.site(), sent.count()));
    }
}
