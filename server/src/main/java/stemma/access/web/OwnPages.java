package stemma.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Access;
import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.Opened;
import stemma.access.Permission;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One's own account: who one is here, the password, the tokens for one's programs. */
@Controller
class OwnPages {
    private final Access access;

    OwnPages(Access access) {
        this.access = access;
    }

    @GetMapping("/me")
    String me(Caller caller, Model model) {
        model.addAttribute("page", page(caller));
        return "access/me";
    }

    @PostMapping("/me/password")
    String password(
            Caller caller,
            @RequestParam String present,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Opened opened = access.changePassword(caller, present, password);
        SessionCookie.give(request, response, opened.secret());
        redirect.addFlashAttribute(
                "said",
                "Your password is changed; other sessions have ended. Tokens have not: look below"
                        + " whether each is yours, and revoke what you do not know.");
        return "redirect:/me";
    }

    @PostMapping("/me/tokens")
    String issue(
            Caller caller,
            @RequestParam String label,
            @RequestParam(defaultValue = "90") long days,
            @RequestParam(required = false, defaultValue = "") Set<Permission> scope,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        Duration life = Duration.ofDays(Math.clamp(days, 0, 10_000));
        model.addAttribute("issued", access.issueToken(caller, password, label, scope, life));
        return "access/token";
    }

    @PostMapping("/tokens/{id}/revocation")
    String revoke(Caller caller, @PathVariable long id, RedirectAttributes redirect) {
        access.tokens().revoke(caller, id);
        redirect.addFlashAttribute("said", "The token is revoked and opens nothing any more.");
        return "redirect:/me";
    }

    /** Tells a program whose token it holds and what the token may do. */
    @GetMapping("/api/v1/me")
    @ResponseBody
    Map<String, Object> whoAmI(Caller caller) {
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("actor", caller.actor().code());
        who.put("means", caller.means().name());
        who.put("session", caller.author().session());
        who.put("device", caller.author().device());
        List<Assignment> assignments = caller.person().assignments();
        who.put("roles", assignments.stream().map(Assignment::toString).toList());
        who.put("permissions", caller.grants().permissions());
        return who;
    }

    private OwnPage page(Caller caller) {
        List<Permission> may = caller.grants().permissions().stream().toList();
        return new OwnPage(
                caller.person(),
                may,
                may.stream().filter(Permission::isForTokens).toList(),
                access.tokens().of(caller.actor()),
                access.resets().of(caller.actor()));
    }
}
