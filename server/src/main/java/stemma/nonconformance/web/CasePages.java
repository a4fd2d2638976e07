package stemma.nonconformance.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.nonconformance.CaseFile;
import stemma.nonconformance.CaseHead;
import stemma.nonconformance.Cases;
import stemma.sheets.SheetFormat;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Signatures;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The work list of cases, one case, the form for a new one, and figures. */
@Controller
class CasePages {
    private final Cases cases;
    private final CaseWork work;
    private final Catalog catalog;
    private final Lots lots;

    CasePages(Cases cases, Access access, Signatures signatures, Catalog catalog, Lots lots) {
        this.cases = cases;
        this.work = new CaseWork(cases, access, signatures);
        this.catalog = catalog;
        this.lots = lots;
    }

    @GetMapping("/cases")
    String list(Caller caller, CaseAsked asked, Model model) {
        model.addAttribute("page", cases.list(asked.query(caller)));
        return "nonconformance/cases";
    }

    @GetMapping("/cases/file")
    ResponseEntity<byte[]> file(
            Caller caller, CaseAsked asked, @RequestParam(defaultValue = "csv") String as) {
        SheetFormat format = SheetFormat.of(as);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<CaseHead> all = cases.list(asked.query(caller).whole()).cases();
        format.write(CaseSheet.HEADINGS, all.stream().map(CaseSheet::cells).toList(), bytes);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("cases" + format.ending())
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    @GetMapping("/cases/figures")
    String figures(Caller caller, Model model) {
        model.addAttribute("figures", cases.figures(CaseAsked.seen(caller)));
        return "nonconformance/figures";
    }

    /** The cases of what went into a lot and of what came of it. */
    @GetMapping("/cases/around")
    String around(
            Caller caller,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String id,
            Model model) {
        List<Lot> roots = id.isEmpty()
                ? family(lot, item)
                : lots.lot(Portion.of(id).first()).map(List::of).orElse(List.of());
        if (roots.isEmpty())
            throw Refused.of("lot_unknown", 404, "There is no lot " + lot + id + ".");
        List<Portion> portions =
                id.isEmpty() ? roots.stream().map(Lot::span).toList() : List.of(Portion.of(id));
        model.addAttribute("lot", roots.getFirst());
        model.addAttribute(
                "around", cases.around(portions, site -> caller.may(Permission.SEE_RECORD, site)));
        model.addAttribute("today", cases.today(Optional.empty()));
        return "nonconformance/around";
    }

    private List<Lot> family(String lot, String item) {
        if (lot.isBlank()) return List.of();
        return lots.family(item.isEmpty() ? null : new ItemCode(item), new LotNumber(lot));
    }

    /** What it is about may come along, from the card of a lot, a hold or a scan. */
    @GetMapping("/cases/new")
    String blank(Caller caller, @RequestParam MultiValueMap<String, String> given, Model model) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(given);
        LocalDate today = cases.today(Optional.empty());
        sent.putIfAbsent("foundOn", List.of(today.toString()));
        sent.putIfAbsent("received", List.of(today.toString()));
        sent.putIfAbsent("due", List.of(today.plusDays(30).toString()));
        sent.putIfAbsent("foundBy", List.of(caller.actor().code()));
        sent.putIfAbsent("owner", List.of(caller.actor().code()));
        catalog.onlySite()
                .ifPresent(site -> sent.putIfAbsent("site", List.of(site.code().code())));
        model.addAttribute("form", new CaseForm(sent, null));
        return "nonconformance/new";
    }

    @PostMapping("/cases")
    ModelAndView open(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        CaseForm form = new CaseForm(sent, null);
        try {
            CaseFile file = work.open(caller, form.opened(), form.complainant());
            redirect.addFlashAttribute("said", "Case " + file.number() + " is open.");
            return new ModelAndView("redirect:/cases/" + file.number());
        } catch (Refused refused) {
            ModelAndView again = new ModelAndView("nonconformance/new");
            again.addObject("form", form.with(refused.problem()));
            again.setStatus(HttpStatusCode.valueOf(refused.problem().status()));
            // The form is shown again, and the attempt is one all the same: the door keeps it.
            request.setAttribute(Problem.class.getName(), refused.problem());
            return again;
        }
    }

    @GetMapping("/cases/{number}")
    String one(Caller caller, @PathVariable String number, Model model) {
        CaseFile file = cases.file(caller, number);
        model.addAttribute("page", page(caller, file));
        model.addAttribute("form", new CaseForm(new LinkedMultiValueMap<>(), null));
        return "nonconformance/case";
    }

    @PostMapping("/cases/{number}/entries")
    ModelAndView enter(
            Caller caller,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Credentials typed = new Credentials(taken(sent, "signer"), taken(sent, "password"));
        CaseForm form = new CaseForm(sent, null);
        try {
            work.enter(caller, number, form.number("revision"), form.entry(), typed);
            redirect.addFlashAttribute("said", "It is entered in " + number + ".");
            return new ModelAndView("redirect:/cases/" + number);
        } catch (Refused refused) {
            if (refused.problem().status() == 404) throw refused;
            ModelAndView again = new ModelAndView("nonconformance/case");
            again.addObject("page", page(caller, cases.file(caller, number)));
            again.addObject("form", form.with(refused.problem()));
            again.setStatus(HttpStatusCode.valueOf(refused.problem().status()));
            // The form is shown again, and the attempt is one all the same: the door keeps it.
            request.setAttribute(Problem.class.getName(), refused.problem());
            return again;
        }
    }

    private static String taken(MultiValueMap<String, String> sent, String name) {
        List<String> values = sent.remove(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    private CaseView page(Caller caller, CaseFile file) {
        return CaseView.of(cases, file, work.complainant(caller, file), caller);
    }
}
