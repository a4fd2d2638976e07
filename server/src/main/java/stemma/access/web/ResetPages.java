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
import stemma.access.Person;
import stemma.access.Resets;
import stemma.identifiers.ActorId;

import java.util.List;

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
        List<ResetsPage.Waiting> waiting = access.resets().open().stream()
                .map(reset -> new ResetsPage.Waiting(reset, name(reset.person())))
                .toList();
        model.addAttribute("page", new ResetsPage(waiting, may));
        return "access/resets";
    }

    /** Returns the printed name, or the actor id of who has none any more. */
    private String name(ActorId actor) {
        return access.people()
                .find(actor)
                .map(Person::printedName)
                .filter(name -> !name.isEmpty())
                .orElse(actor.code());
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
