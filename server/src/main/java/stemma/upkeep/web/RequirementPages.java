package stemma.upkeep.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatusCode;
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
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.Credentials;
import stemma.signatures.Signatures;
import stemma.upkeep.Requirement;
import stemma.upkeep.Telling;
import stemma.upkeep.Upkeep;

/** What must be true of equipment when it is used: shown, set, ended. */
@Controller
class RequirementPages {
    private final Upkeep upkeep;
    private final UpkeepWork work;
    private final EventIds ids;

    RequirementPages(Upkeep upkeep, Telling telling, Signatures signatures, EventIds ids) {
        this.upkeep = upkeep;
        this.work = new UpkeepWork(upkeep, telling, signatures);
        this.ids = ids;
    }

    @GetMapping("/upkeep/requirements")
    String list(@RequestParam MultiValueMap<String, String> given, Model model) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(given);
        sent.set("id", ids.next().toString());
        model.addAttribute("requirements", upkeep.requirements());
        model.addAttribute("form", new UpkeepForm(sent, null));
        return "upkeep/requirements";
    }

    @PostMapping("/upkeep/requirements")
    ModelAndView set(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        UpkeepForm form = new UpkeepForm(sent, null);
        try {
            Requirement one = work.require(caller, form.requirement());
            redirect.addFlashAttribute("said", "It is required from now on: " + one.words() + ".");
            return new ModelAndView("redirect:/upkeep/requirements");
        } catch (Refused refused) {
            ModelAndView again = new ModelAndView("upkeep/requirements");
            again.addObject("requirements", upkeep.requirements());
            again.addObject("form", form.with(refused.problem()));
            again.setStatus(HttpStatusCode.valueOf(refused.problem().status()));
            // The form is shown again, and the attempt is one all the same: the door keeps it.
            request.setAttribute(Problem.class.getName(), refused.problem());
            return again;
        }
    }

    @PostMapping("/upkeep/requirements/end")
    String end(
            Caller caller,
            @RequestParam String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes redirect) {
        work.end(caller, EventId.of(id), reason, new Credentials(signer, password));
        redirect.addFlashAttribute("said", "It is required no more.");
        return "redirect:/upkeep/requirements";
    }
}
