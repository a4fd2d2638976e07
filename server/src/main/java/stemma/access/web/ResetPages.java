package stemma.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Resets;
import stemma.identifiers.ActorId;

/** Passwords that were reset and wait for somebody else to say whose they are. */
@Controller
class ResetPages {
    private final Access access;

    ResetPages(Access access) {
        this.access = access;
    }

    @GetMapping("/resets")
    String resets(Caller caller, Model model) {
        var may = Resets.mayConfirm(caller)
                ? ResetsPage.Confirming.MAY
                : ResetsPage.Confirming.MAY_NOT;
        model.addAttribute("page", new ResetsPage(access.resets().open(), may));
        return "access/resets";
    }

    @PostMapping("/resets/{actor}/confirmation")
    String confirm(
            Caller caller,
            @PathVariable ActorId actor,
            @RequestParam String seen,
            @RequestParam String password,
            RedirectAttributes redirect) {
        access.confirmReset(caller, actor, seen, password);
        redirect.addFlashAttribute("said", actor + " may sign again; you are named as witness.");
        return "redirect:/resets";
    }
}
