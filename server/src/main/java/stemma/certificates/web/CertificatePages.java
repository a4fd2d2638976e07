package stemma.certificates.web;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.certificates.Calibrating;
import stemma.certificates.CertificateQuery;
import stemma.certificates.Certificates;
import stemma.certificates.KeptCertificate;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.MalformedIdentifier;
import stemma.intake.Slip;
import stemma.quantity.MalformedQuantity;
import stemma.receiving.SupplierDocument;
import stemma.receiving.SupplierDocuments;
import stemma.shell.CsvFile;
import stemma.shell.Refused;

import java.io.IOException;
import java.util.List;

/** The certificates: their list, the page of each, and the form on which one is entered. */
@Controller
class CertificatePages {
    private final Certificates certificates;
    private final Keeping keeping;
    private final SupplierDocuments files;
    private final Catalog catalog;
    private final EventIds ids;
    private final Calibrating calibrating;

    CertificatePages(
            Certificates certificates,
            SupplierDocuments files,
            Catalog catalog,
            EventIds ids,
            Calibrating calibrating) {
        this.calibrating = calibrating;
        this.certificates = certificates;
        this.keeping = new Keeping(certificates, catalog);
        this.files = files;
        this.catalog = catalog;
        this.ids = ids;
    }

    @GetMapping("/certificates")
    String list(Caller caller, CertificateAsked asked, Model model) {
        CertificateQuery query = asked.query();
        model.addAttribute("asked", asked);
        model.addAttribute("query", query);
        model.addAttribute("page", keeping.page(caller, query));
        model.addAttribute("today", certificates.today());
        return "certificates/list";
    }

    @GetMapping("/certificates.csv")
    void csv(Caller caller, CertificateAsked asked, HttpServletResponse response)
            throws IOException {
        CertificateQuery query = asked.query();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + CsvFile.named("certificates") + "\"");
        try (CsvFile file = CsvFile.to(response.getWriter())) {
            CertificateSheet.write(file, query, part -> keeping.page(caller, part));
        }
    }

    @GetMapping("/certificates/checks")
    String checks(Caller caller, Model model) {
        model.addAttribute(
                "checks", certificates.checks().where(kept -> keeping.mayBeSeen(caller, kept)));
        return "certificates/checks";
    }

    @GetMapping("/certificates/{id}")
    String one(Caller caller, @PathVariable String id, Model model) {
        KeptCertificate kept = keeping.one(caller, EventId.of(id));
        model.addAttribute(
                "page",
                CertificateView.of(
                        caller,
                        kept,
                        certificates.covered(List.of(kept)),
                        calibrating.on(List.of(kept.id())),
                        certificates
                                .checks()
                                .of(kept)
                                .where(other -> keeping.mayBeSeen(caller, other)),
                        certificates.today()));
        return "certificates/one";
    }

    @PostMapping("/certificates/{id}/verification")
    String verify(
            Caller caller,
            @PathVariable String id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String how,
            RedirectAttributes redirect) {
        KeptCertificate kept =
                keeping.verify(caller, EventId.of(id), CertificateJson.outcome(outcome), how);
        redirect.addFlashAttribute("said", kept.paper().number() + " is " + kept.standing() + ".");
        return "redirect:/certificates/" + kept.id();
    }

    @GetMapping("/certificates/new")
    String blank(@RequestParam(defaultValue = "") String receipt, Model model) {
        Slip slip = Slip.blank(ids).with("receipt", receipt);
        Slip here = catalog.onlySite()
                .map(site -> slip.with("site", site.code().code()))
                .orElse(slip);
        return shown(CertificateForm.blank(here), model);
    }

    @GetMapping("/certificates/{id}/edit")
    String edit(Caller caller, @PathVariable String id, Model model) {
        KeptCertificate kept = keeping.one(caller, EventId.of(id));
        return shown(
                CertificateForm.of("/certificates/" + id + "/edit", Slip.blank(ids), kept), model);
    }

    /** Shows the form again with one more claim; nothing is recorded. */
    @PostMapping("/certificates/rows")
    String row(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam String address,
            Model model) {
        Slip slip = Slip.sent(sent);
        return shown(
                new CertificateForm(
                        address, slip, CertificateForm.rows(slip) + 1, kept(slip), "", ""),
                model);
    }

    @PostMapping("/certificates/new")
    String enter(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile attached,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Slip slip = Slip.sent(sent);
        return given("/certificates/new", slip, attached, model, response, file -> {
            KeptCertificate kept =
                    keeping.enter(caller, CertificateForm.paper(slip, slip.event(), file));
            redirect.addFlashAttribute(
                    "said", "Certificate " + kept.paper().number() + " is kept.");
            return "redirect:/certificates/" + kept.id();
        });
    }

    @PostMapping("/certificates/{id}/edit")
    String amend(
            Caller caller,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile attached,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Slip slip = Slip.sent(sent);
        return given("/certificates/" + id + "/edit", slip, attached, model, response, file -> {
            KeptCertificate kept = keeping.amend(
                    caller, CertificateForm.paper(slip, EventId.of(id), file), slip.word("reason"));
            redirect.addFlashAttribute(
                    "said", "Certificate " + kept.paper().number() + " is put right.");
            return "redirect:/certificates/" + kept.id();
        });
    }

    private interface Act {
        String with(@Nullable SupplierDocument file);
    }

    private String given(
            String address,
            Slip slip,
            @Nullable MultipartFile attached,
            Model model,
            HttpServletResponse response,
            Act act)
            throws IOException {
        SupplierDocument file = kept(slip);
        CertificateForm form =
                new CertificateForm(address, slip, CertificateForm.rows(slip), file, "", "");
        try {
            if (attached != null && !attached.isEmpty()) {
                String name = attached.getOriginalFilename();
                file = files.keep(name == null ? "" : name, attached.getBytes());
                form = new CertificateForm(address, slip, form.rows(), file, "", "");
            }
            return act.with(file);
        } catch (Refused refused) {
            int status = refused.problem().status();
            if (status != 422 && status != 409) throw refused;
            return again(form.refused(refused.problem()), status, model, response);
        } catch (MalformedIdentifier wrong) {
            return again(form.wrong(wrong.code(), wrong.getMessage()), 422, model, response);
        } catch (MalformedQuantity wrong) {
            return again(form.wrong(wrong.code(), wrong.getMessage()), 422, model, response);
        }
    }

    private static String again(
            CertificateForm form, int status, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.valueOf(status).value());
        return shown(form, model);
    }

    /** A file attached to a form that was refused is kept, and named by the form again. */
    private static @Nullable SupplierDocument kept(Slip slip) {
        String sha256 = slip.word("sha256");
        return sha256.matches("[0-9a-f]{64}")
                ? new SupplierDocument(slip.word("fileName"), sha256)
                : null;
    }

    private static String shown(CertificateForm form, Model model) {
        model.addAttribute("form", form);
        return "certificates/form";
    }
}
