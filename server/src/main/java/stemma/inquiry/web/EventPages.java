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
import stemma.inquiry.Correcting.Change;
import stemma.inquiry.EventCard;
import stemma.inquiry.Inquiry;
import stemma.intake.Walls;
import stemma.ledger.Reason;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Signatures;

import java.util.List;

/** One entry of the record with all that rests on it, and its correction over a signature. */
@Controller
class EventPages {
    private final Inquiry inquiry;
    private final Signatures signatures;
    private final Walls walls;

    EventPages(Inquiry inquiry, Signatures signatures, Walls walls) {
        this.walls = walls;
        this.inquiry = inquiry;
        this.signatures = signatures;
    }

    @GetMapping("/events/{id}")
    String event(@PathVariable String id, Model model) {
        EventCard card = inquiry.entries().card(EventId.of(id));
        var proof = inquiry.proving().find(EventId.of(id).uuid());
        String form = inquiry.holds().newId().toString();
        model.addAttribute("page", new EventPage(card, form, proof));
        return "inquiry/event";
    }

    @PostMapping("/events/{id}/correction")
    String correct(
            Caller caller,
            @PathVariable String id,
            @RequestParam String event,
            @RequestParam String change,
            @RequestParam(defaultValue = "") List<String> amount,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes redirect) {
        if (text.isBlank()) {
            throw new Refused(Problem.of("reason_missing", 422, "Say why the entry is corrected.")
                    .with("field", "text"));
        }
        EventId correction = EventId.sent(event);
        inquiry.entries()
                .correct(
                        caller,
                        correction,
                        EventId.of(id),
                        change(change, amount),
                        new Reason(reason, text.strip()),
                        walls,
                        content -> signatures.offer(
                                caller,
                                new Credentials(signer, password),
                                Meaning.CORRECTED,
                                Digest.of(content)));
        redirect.addFlashAttribute(
                "said", "The correction is recorded; what was corrected stays readable below it.");
        return "redirect:/events/" + correction;
    }

    private static Change change(String code, List<String> amounts) {
        return switch (code) {
            case "void" -> new Change.Void();
            case "amounts" ->
                new Change.Amounts(amounts.stream().map(String::strip).toList());
            case "confirmed" -> new Change.Confirmed();
            default ->
                throw new Refused(Problem.of("change_unknown", 422, "Choose what was wrong.")
                        .with("field", "change"));
        };
    }
}
