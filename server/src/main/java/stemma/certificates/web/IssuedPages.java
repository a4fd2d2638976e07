package stemma.certificates.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.certificates.IssueDraft;
import stemma.certificates.IssuedCertificate;
import stemma.certificates.IssuedCertificates;
import stemma.certificates.Issuing;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.printing.Printing;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shell.SiteTime;
import stemma.signatures.Credentials;

import java.time.ZoneId;
import java.util.List;

/** The certificates of our own: their list, the page of each, and the page that issues one. */
@Controller
class IssuedPages {
    private final Issuing issuing;
    private final HandingOut handing;
    private final Lots lots;
    private final EventIds ids;
    private final SiteTime plant;

    IssuedPages(
            Issuing issuing,
            IssuedCertificates issued,
            Printing printing,
            Catalog catalog,
            Lots lots,
            EventIds ids,
            ZoneId zone) {
        this.issuing = issuing;
        this.handing = new HandingOut(issued, printing, catalog, zone);
        this.lots = lots;
        this.ids = ids;
        this.plant = new SiteTime(zone);
    }

    @GetMapping("/certificates/issued")
    String list(Caller caller, IssuedAsked asked, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("query", asked.query());
        model.addAttribute("page", handing.page(caller, asked.query()));
        return "certificates/issued";
    }

    /** The form, and below it, as soon as lot and kind are said, exactly what would stand there. */
    @GetMapping("/certificates/issued/new")
    String draft(
            Caller caller,
            IssueForm form,
            @RequestParam(defaultValue = "") String number,
            Model model) {
        List<Lot> found = IssueForm.shown(form.lot()).isEmpty()
                ? family(caller, number)
                : List.of(lot(caller, Portion.of(IssueForm.shown(form.lot()))));
        IssueDraft draft = form.isComplete() ? issuing.draft(form.asked(), caller.actor()) : null;
        model.addAttribute(
                "page", new IssuePage(form, number.strip(), found, draft, time(found), ids.next()));
        return "certificates/issue";
    }

    private SiteTime time(List<Lot> of) {
        return of.isEmpty() ? plant : issuing.time(of.getFirst().site());
    }

    private List<Lot> family(Caller caller, String number) {
        if (number.isBlank()) return List.of();
        return lots.family(null, new LotNumber(number.strip())).stream()
                .filter(lot -> caller.may(Permission.SEE_RECORD, lot.site()))
                .toList();
    }

    private Lot lot(Caller caller, Portion lot) {
        return lots.lot(lot.first())
                .filter(known -> caller.may(Permission.SEE_RECORD, known.site()))
                .orElseThrow(() -> new Refused(
                        Problem.of("lot_unknown", 404, "There is no lot " + lot + ".")));
    }

    @PostMapping("/certificates/issued")
    String issue(
            Caller caller,
            IssueForm form,
            @RequestParam String event,
            @RequestParam String shown,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam String password,
            RedirectAttributes redirect) {
        IssuedCertificate issued = issuing.issue(
                caller, EventId.of(event), form.asked(), shown, new Credentials(signer, password));
        redirect.addFlashAttribute("said", "Certificate " + issued.number() + " is issued.");
        return "redirect:/certificates/issued/" + issued.id();
    }

    @GetMapping("/certificates/issued/{id}")
    String one(Caller caller, @PathVariable String id, Model model) {
        IssuedCertificate one = handing.one(caller, id);
        model.addAttribute(
                "page",
                new IssuedView(
                        one,
                        issuing.changedSince(one),
                        issuing.time(one.site()),
                        caller.may(Permission.JUDGE, one.site())));
        return "certificates/issued-one";
    }

    @PostMapping("/certificates/issued/{id}/print")
    ResponseEntity<byte[]> print(Caller caller, @PathVariable String id) {
        return handing.pdf(caller, id);
    }

    @PostMapping("/certificates/issued/{id}/withdrawal")
    String withdraw(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam String password,
            RedirectAttributes redirect) {
        IssuedCertificate one = handing.one(caller, id);
        issuing.withdraw(caller, one.id(), reason, new Credentials(signer, password));
        redirect.addFlashAttribute("said", "Certificate " + one.number() + " is withdrawn.");
        return "redirect:/certificates/issued/" + one.id();
    }
}
