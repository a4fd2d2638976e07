package stemma.inquiry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.inquiry.HeldLot;
import stemma.inquiry.HoldReaches;
import stemma.inquiry.Holding;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Subject;
import stemma.ledger.Descent;
import stemma.ledger.Reason;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Signatures;
import stemma.stock.Hold;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
    String holds(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        if (!code.isBlank()) return hold(code, from, model);
        model.addAttribute("holding", inquiry.holds());
        model.addAttribute("holds", asked.holds(inquiry.holds().all()));
        return "inquiry/holds";
    }

    /** Shows what a hold names and all that it has come to, a page at a time. */
    @GetMapping("/holds/{code}")
    String hold(
            @PathVariable String code, @RequestParam(defaultValue = "0") int from, Model model) {
        Holding holding = inquiry.holds();
        Hold hold = holding.hold(new HoldCode(code));
        int first = Math.max(0, from);
        model.addAttribute("hold", hold);
        model.addAttribute("words", holding.words(hold));
        model.addAttribute("inForce", holding.isInForce(hold.code()));
        model.addAttribute("id", holding.newId().toString());
        model.addAttribute(
                "held",
                new HeldPage(
                        hold,
                        holding.count(hold),
                        HeldLot.to(asked.sight(), holding.held(hold, first)),
                        first));
        model.addAttribute(
                "events", inquiry.documents().document(hold.code().code()).events());
        return "inquiry/hold";
    }

    /** Shows what a hold would reach, and which work it would stop, before it is set. */
    @GetMapping("/holds/new")
    String preview(@RequestParam MultiValueMap<String, String> sent, Model model) {
        Subject subject = asked.subject(sent);
        List<HoldReaches.Named> named = HoldReaches.of(subject, zone);
        var board = inquiry.exposure(subject, Optional.empty());
        String code = "H-" + MINUTE.format(board.at().atZone(zone));
        model.addAttribute(
                "form",
                new HoldForm(
                        board,
                        inquiry.holds().wouldStop(subject),
                        named,
                        inquiry.holds().newId().toString(),
                        code));
        return "inquiry/hold-new";
    }

    @PostMapping("/holds")
    String set(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam String event,
            @RequestParam("hold") String code,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "WITH_DESCENDANTS") Descent descent,
            RedirectAttributes redirect) {
        Subject subject = asked.subject(sent);
        List<HoldCode> set = inquiry.holds()
                .set(
                        caller,
                        EventId.sent(event),
                        HoldReaches.of(subject, zone),
                        new HoldCode(code.strip()),
                        descent,
                        new Reason(reason, text.strip()));
        redirect.addFlashAttribute(
                "said",
                set.size() == 1
                        ? "Hold " + set.getFirst() + " is set: " + subject.title() + " is stopped."
                        : set.size() + " holds are set, " + set.getFirst() + " to " + set.getLast()
                                + ": " + subject.title() + " is stopped.");
        return "redirect:"
                + (set.size() == 1 ? Subject.page("/holds", set.getFirst().code()) : "/holds");
    }

    @PostMapping("/holds/{code}/lifting")
    String lift(
            Caller caller,
            @PathVariable String code,
            @RequestParam String event,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String signer,
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
                        EventId.sent(event),
                        hold,
                        new Reason("lifted", text.strip()),
                        content -> signatures.offer(
                                caller,
                                new Credentials(signer, password),
                                Meaning.LIFTED,
                                Digest.of(content)));
        redirect.addFlashAttribute(
                "said", "Hold " + hold + " is lifted; other holds stay in force.");
        return "redirect:" + Subject.page("/holds", hold.code());
    }
}
