package stemma.inquiry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.inquiry.RootKind;
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
    String ask(
            @RequestParam(defaultValue = "") String root,
            @RequestParam(defaultValue = "lot") String kind,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        String roots =
                (root.strip() + added(kind, code.strip(), from.strip(), until.strip())).strip();
        model.addAttribute("page", page(roots, kind));
        return "inquiry/ask";
    }

    private static String added(String kind, String code, String from, String until) {
        if (code.isEmpty()) return "";
        String window = from.isEmpty() && until.isEmpty() ? "" : " " + from + ".." + until;
        boolean narrows = RootKind.valueOf(known(kind)).takesWindow();
        return "\n" + kind + ":" + code + (narrows ? window : "");
    }

    private static String known(String kind) {
        for (RootKind known : RootKind.values()) if (known.code().equals(kind)) return known.name();
        throw Refused.of("root_invalid", 422, "\"" + kind + "\" is no kind of root.");
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
