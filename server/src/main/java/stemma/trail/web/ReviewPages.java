package stemma.trail.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.signatures.Credentials;
import stemma.signatures.Verdict;
import stemma.trail.Review;
import stemma.trail.Reviews;
import stemma.trail.Statement;
import stemma.trail.Trail;

import java.time.ZoneId;
import java.util.Optional;

/** The review of a slice of the trail: what is signed, and what was signed last. */
@Controller
class ReviewPages {
    private final Reviews reviews;
    private final ZoneId zone;

    ReviewPages(Trail trail, ZoneId zone) {
        this.reviews = trail.reviews();
        this.zone = zone;
    }

    @GetMapping("/trail/review")
    String review(Caller caller, TrailAsked asked, Model model) {
        var question = asked.question(zone);
        Optional<Review> last = reviews.last(asked.words());
        Optional<Verdict> verdict = last.map(one -> reviews.verify(caller, question, one));
        model.addAttribute(
                "page",
                new ReviewPage(asked, reviews.now(caller, question, asked.words()), last, verdict));
        return "trail/review";
    }

    @PostMapping("/trail/review")
    String sign(
            Caller caller,
            TrailAsked asked,
            @RequestParam long sealedSize,
            @RequestParam long lines,
            @RequestParam String digest,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes redirect) {
        Statement shown = new Statement(asked.words(), sealedSize, lines, digest);
        reviews.sign(caller, asked.question(zone), shown, new Credentials(signer, password));
        redirect.addFlashAttribute("said", "The review is signed and stands in the trail.");
        String query = asked.query();
        return "redirect:/trail/review" + (query.isEmpty() ? "" : "?" + query);
    }
}
