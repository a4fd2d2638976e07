package stemma.inquiry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.shell.Refused;

/** The form on which a question is put together: roots of any kind, and what is asked of them. */
@Controller
class AskPages {
    private final Asked asked;

    AskPages(Asked asked) {
        this.asked = asked;
    }

    /** Adds what stands in the fields to the roots, and says what all of them mean. */
    @GetMapping("/ask")
    String ask(@RequestParam MultiValueMap<String, String> sent, Model model) {
        model.addAttribute("page", page(Asked.roots(sent), Asked.kind(sent)));
        return "inquiry/ask";
    }

    private AskPage page(String roots, String kind) {
        if (roots.isEmpty()) return new AskPage(roots, kind, null, null);
        try {
            return new AskPage(roots, kind, asked.rooted(roots), null);
        } catch (Refused refused) {
            return new AskPage(roots, kind, null, refused.problem());
        }
    }
}
