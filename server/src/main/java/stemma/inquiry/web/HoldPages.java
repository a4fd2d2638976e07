package stemma.inquiry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Subject;
import stemma.ledger.Descent;
import stemma.ledger.Reason;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Signatures;
import stemma.stock.Hold;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The holds in force; one is set after a preview of all it reaches, and lifted over a signature.
 */
@Controller
class HoldPages {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MMdd-HHmm");
    private final Inquiry inquiry;
    private final Signatures signatures;
    private final Asked asked;
    private final ZoneId zone;

    HoldPages(Inquiry inquiry, Signatures signatures, Asked asked, ZoneId zone) {
        this.inquiry = inquiry;
        this.signatures = signatures;
        this.asked = asked;
        this.zone = zone;
    }

    @GetMapping("/holds")
    String holds(@RequestParam(defaultValue = "") String code, Model model) {
        if (!code.isBlank()) return hold(code, model);
        model.addAttribute("holding", inquiry.holds());
        model.addAttribute("holds", inquiry.holds().all());
        return "inquiry/holds";
    }

    @GetMapping("/holds/{code}")
    String hold(@PathVariable String code, Model model) {
        Hold hold = inquiry.holds().hold(new HoldCode(code));
        model.addAttribute("hold", hold);
        model.addAttribute("words", inquiry.holds().words(hold));
        model.addAttribute("inForce", inquiry.holds().isInForce(hold.code()));
        model.addAttribute("id", inquiry.holds().newId().toString());
        model.addAttribute(
                "events", inquiry.documents().document(hold.code().code()).events());
        return "inquiry/hold";
    }

    /** Shows what a hold would reach before it is set. */
    @GetMapping("/holds/new")
    String preview(
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String id,
            Model model) {
        Subject subject = asked.subject(lot, item, id);
        var board = inquiry.exposure(subject, Optional.empty());
        String code = "H-" + MINUTE.format(board.at().atZone(zone));
        model.addAttribute("form", new HoldForm(board, inquiry.holds().newId().toString(), code));
        return "inquiry/hold-new";
    }

    @PostMapping("/holds")
    String set(
            Caller caller,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String id,
            @RequestParam String event,
            @RequestParam String code,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "WITH_DESCENDANTS") Descent descent,
            RedirectAttributes redirect) {
        Subject subject = asked.subject(lot, item, id);
        HoldCode hold = new HoldCode(code.strip());
        inquiry.holds()
                .set(
                        caller,
                        EventId.of(event),
                        subject,
                        hold,
                        descent,
                        new Reason(reason, text.strip()));
        redirect.addFlashAttribute(
                "said", "Hold " + hold + " is set: " + subject.title() + " is stopped.");
        return "redirect:" + Subject.page("/holds", hold.code());
    }

    @PostMapping("/holds/{code}/lifting")
    String lift(
            Caller caller,
            @PathVariable String code,
            @RequestParam String event,
            @RequestParam String text,
            @RequestParam String password,
            RedirectAttributes redirect) {
        if (text.isBlank()) {
            throw new Refused(Problem.of("reason_missing", 422, "Say why the hold is lifted.")
                    .with("field", "text"));
        }
        HoldCode hold = new HoldCode(code);
        inquiry.holds()
                .lift(
                        caller,
                        EventId.of(event),
                        hold,
                        new Reason("lifted", text.strip()),
                        content -> signatures.offer(
                                caller, password, Meaning.LIFTED, Digest.of(content)));
        redirect.addFlashAttribute(
                "said", "Hold " + hold + " is lifted; other holds stay in force.");
        return "redirect:" + Subject.page("/holds", hold.code());
    }
}
