package stemma.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.access.Opened;
import stemma.shell.Refused;

/** Signing in and out, the first visit, and an invitation taken up. */
@Controller
class DoorPages {
    private static final String BROWSER = "browser";
    private final Access access;
    private final CookieCsrfTokenRepository formTokens;

    DoorPages(Access access, CookieCsrfTokenRepository formTokens) {
        this.access = access;
        this.formTokens = formTokens;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(defaultValue = "/") String from, Model model) {
        if (access.firstVisit().isPresent()) return "redirect:/welcome";
        model.addAttribute("page", new DoorPage(local(from), "", "", ""));
        return "access/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String code,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String from,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            enter(access.sessions().signIn(code, password, BROWSER), request, response);
            return "redirect:" + local(from);
        } catch (Refused refused) {
            return again(
                    "access/sign-in",
                    new DoorPage(local(from), code, "", ""),
                    refused,
                    response,
                    model);
        }
    }

    @PostMapping("/sign-out")
    String signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.secret(request)
                .ifPresent(secret -> access.sessions().signOut(secret, caller));
        SessionCookie.take(request, response);
        formTokens.saveToken(null, request, response);
        return "redirect:/sign-in";
    }

    @GetMapping("/welcome")
    String welcome(Model model) {
        if (access.firstVisit().isEmpty()) return "redirect:/sign-in";
        model.addAttribute("page", new DoorPage("/", "", "", ""));
        return "access/welcome";
    }

    @PostMapping("/welcome")
    String welcome(
            @RequestParam String token,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Opened opened = access.createFirstAdministrator(token, code, name, password, BROWSER);
            enter(opened, request, response);
            return "redirect:/people";
        } catch (Refused refused) {
            return again(
                    "access/welcome", new DoorPage("/", code, name, ""), refused, response, model);
        }
    }

    @GetMapping("/invitation")
    String invitation(Model model) {
        model.addAttribute("page", new DoorPage("/", "", "", ""));
        return "access/invitation";
    }

    @PostMapping("/invitation")
    String invitation(
            @RequestParam String invitation,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            enter(access.acceptInvitation(invitation, password, BROWSER), request, response);
            return "redirect:/";
        } catch (Refused refused) {
            return again(
                    "access/invitation",
                    new DoorPage("/", "", "", invitation),
                    refused,
                    response,
                    model);
        }
    }

    private void enter(Opened opened, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.give(request, response, opened.secret());
        formTokens.saveToken(null, request, response);
    }

    private static String again(
            String template,
            DoorPage page,
            Refused refused,
            HttpServletResponse response,
            Model model) {
        response.setStatus(refused.problem().status());
        model.addAttribute("page", page.refused(refused.problem()));
        return template;
    }

    /** Leads back only to a page of ours, never to an address that somebody put into a link. */
    private static String local(String from) {
        boolean isLocal = from.startsWith("/")
                && !from.startsWith("//")
                && !from.contains("\\")
                && !from.contains("{")
                && from.chars().noneMatch(Character::isISOControl)
                && !from.startsWith("/sign-");
        return isLocal ? from : "/";
    }
}
