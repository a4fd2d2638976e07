package stemma.upkeep.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.catalog.Resource;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.ResourceCode;
import stemma.intake.Desk;
import stemma.intake.Slip;
import stemma.sheets.SheetFormat;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Signatures;
import stemma.upkeep.LogLine;
import stemma.upkeep.ResourceState;
import stemma.upkeep.Telling;
import stemma.upkeep.ToldEntry;
import stemma.upkeep.Upkeep;
import stemma.upkeep.UpkeepAddress;
import stemma.upkeep.UpkeepQuery;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The list of equipment, the card of one with its log, what is told of it, what rests on it. */
@Controller
class UpkeepPages {
    private final Upkeep upkeep;
    private final UpkeepWork work;
    private final Desk desk;
    private final EventIds ids;
    private final ZoneId zone;

    UpkeepPages(
            Upkeep upkeep,
            Telling telling,
            Signatures signatures,
            Desk desk,
            EventIds ids,
            ZoneId zone) {
        this.upkeep = upkeep;
        this.work = new UpkeepWork(upkeep, telling, signatures);
        this.desk = desk;
        this.ids = ids;
        this.zone = zone;
    }

    @GetMapping("/upkeep")
    String list(Caller caller, UpkeepAsked asked, Model model) {
        UpkeepQuery query = asked.query(caller);
        model.addAttribute("page", UpkeepList.of(query, upkeep.list(query), asked.first()));
        return "upkeep/list";
    }

    @GetMapping("/upkeep/file")
    ResponseEntity<byte[]> file(
            Caller caller, UpkeepAsked asked, @RequestParam(defaultValue = "csv") String as) {
        SheetFormat format = SheetFormat.of(as);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        var rows = upkeep.list(asked.query(caller)).stream()
                .map(UpkeepSheet::cells)
                .toList();
        format.write(UpkeepSheet.HEADINGS, rows, bytes);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("upkeep" + format.ending())
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    /** Shows a resource, with the form that {@code tell} names open. */
    @GetMapping("/upkeep/resource")
    String one(Caller caller, @RequestParam MultiValueMap<String, String> given, Model model) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(given);
        sent.set("id", ids.next().toString());
        UpkeepForm form = new UpkeepForm(sent, null);
        model.addAttribute("page", page(caller, form, Slip.blank(ids)));
        return "upkeep/resource";
    }

    private ResourcePage page(Caller caller, UpkeepForm form, Slip slip) {
        if (form.word("code").isEmpty())
            throw Refused.of(
                    "equipment_unknown", 404, "Which resource? Find it in the list of upkeep.");
        Resource resource = work.seen(caller, new ResourceCode(form.word("code")));
        int from = form.word("from").matches("\\d{1,7}") ? Integer.parseInt(form.word("from")) : 0;
        ResourceState state = upkeep.state(resource);
        List<LogLine> log = upkeep.log(resource.code(), from);
        List<ToldEntry> told = new ArrayList<>();
        for (LogLine line : log) if (line.told() != null) told.add(line.told());
        if (state.calibration() != null) told.add(state.calibration());
        return new ResourcePage(
                state,
                log,
                UpkeepPapers.seen(caller, upkeep.papers(told)),
                from,
                form.word("tell"),
                form,
                slip);
    }

    @PostMapping("/upkeep/entries")
    ModelAndView tell(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        UpkeepForm whole = new UpkeepForm(sent, null);
        Credentials typed = new Credentials(whole.word("signer"), whole.word("password"));
        sent.remove("password");
        UpkeepForm form = new UpkeepForm(sent, null);
        try {
            if (!form.word("paperNumber").isEmpty())
                sent.set("paper", work.paper(caller, form.word("paperNumber")));
            ToldEntry told = work.tell(caller, form.said(zone), typed);
            redirect.addFlashAttribute("said", "It stands in the log of " + told.resource() + ".");
            return new ModelAndView("redirect:" + UpkeepAddress.of(told.resource()));
        } catch (Refused refused) {
            if (refused.problem().status() == 404) throw refused;
            UpkeepForm again = form.with(refused.problem());
            return again("upkeep/resource", page(caller, again, Slip.blank(ids)), refused, request);
        }
    }

    private static ModelAndView again(
            String template, Object page, Refused refused, HttpServletRequest request) {
        ModelAndView again = new ModelAndView(template);
        again.addObject("page", page);
        again.setStatus(HttpStatusCode.valueOf(refused.problem().status()));
        // The form is shown again, and the attempt is one all the same: the door keeps it.
        request.setAttribute(Problem.class.getName(), refused.problem());
        return again;
    }

    /** A cleaning is an event: it passes the desk, as one that a program tells does. */
    @PostMapping("/upkeep/cleanings")
    ModelAndView clean(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes redirect) {
        Slip slip = Slip.sent(sent);
        Resource resource = work.seen(caller, new ResourceCode(slip.word("code")));
        ObjectNode draft = slip.draft("cleaned", zone, password);
        draft.put("site", resource.site().code());
        draft.put("resource", resource.code().code());
        draft.put("method", slip.word("method"));
        for (String name : new String[] {"kind", "agent", "agentLot"})
            if (!slip.word(name).isEmpty()) draft.put(name, slip.word(name));
        ArrayNode hazards = draft.putArray("hazards");
        for (String hazard : slip.word("hazards").split(",\\s*"))
            if (!hazard.isBlank()) hazards.add(hazard.strip());
        return switch (desk.give(caller, draft)) {
            case Desk.Outcome.Recorded _ -> {
                redirect.addFlashAttribute(
                        "said", resource.code() + " was cleaned; another may verify it.");
                yield new ModelAndView("redirect:" + UpkeepAddress.of(resource.code()));
            }
            case Desk.Outcome.Objected objected -> {
                sent.set("tell", "cleaned");
                sent.remove("password");
                model.addAttribute(
                        "page", page(caller, new UpkeepForm(sent, null), slip.with(objected)));
                yield new ModelAndView("upkeep/resource", model.asMap(), HttpStatus.CONFLICT);
            }
        };
    }

    /** Shows what was made and measured with a resource that a calibration found bad. */
    @GetMapping("/upkeep/suspects")
    String suspects(Caller caller, @RequestParam String id, Model model) {
        UpkeepWork.Seen seen = work.suspects(caller, EventId.of(id));
        model.addAttribute("suspects", seen.suspects());
        model.addAttribute("hidden", seen.hidden());
        return "upkeep/suspects";
    }
}
