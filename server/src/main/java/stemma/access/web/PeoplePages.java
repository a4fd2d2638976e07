package stemma.access.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Access;
import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.Invitation;
import stemma.access.NewPerson;
import stemma.access.Person;
import stemma.access.Role;
import stemma.access.Seat;
import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shell.SiteTime;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The people and what each may do, for the administrator. */
@Controller
class PeoplePages {
    private final Access access;
    private final ZoneId zone;

    PeoplePages(Access access, ObjectProvider<ZoneId> zone) {
        this.access = access;
        this.zone = zone.getIfAvailable(ZoneId::systemDefault);
    }

    @GetMapping("/people")
    String people(Model model) {
        model.addAttribute("page", new PeoplePage(access.people().all(), roles()));
        return "access/people";
    }

    @PostMapping("/people")
    String add(
            Caller caller,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam(required = false, defaultValue = "") List<Role> role,
            @RequestParam(defaultValue = "") String sites,
            @RequestParam(defaultValue = "") String items,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        List<Assignment> assignments = role.stream()
                .flatMap(given -> assignments(given, sites).stream())
                .toList();
        ActorId actor = access.people().newActor();
        NewPerson person = new NewPerson(actor, code, name, assignments);
        if (!role.contains(Role.VISITING_AUDITOR))
            return invited(access.people().letIn(caller.author(), person), model);
        Seat seat = new SeatForm(items, since, until).seat(zone);
        return invited(access.seats().invite(caller.author(), person, seat), model);
    }

    @GetMapping("/people/{actor}")
    String person(@PathVariable ActorId actor, Model model) {
        Person person = person(actor);
        model.addAttribute(
                "page",
                new PersonPage(
                        person,
                        roles(),
                        access.tokens().of(actor),
                        access.resets().of(actor),
                        access.seats()
                                .of(actor)
                                .map(seat -> SeatForm.of(seat, new SiteTime(zone)))
                                .orElseGet(SeatForm::blank)));
        return "access/person";
    }

    @PostMapping("/people/{actor}/roles")
    String assign(
            Caller caller,
            @PathVariable ActorId actor,
            @RequestParam(required = false, defaultValue = "") List<Integer> kept,
            @RequestParam(required = false) Optional<Role> role,
            @RequestParam(defaultValue = "") String sites,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        List<Assignment> before = person(actor).assignments();
        List<Assignment> after = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (kept.contains(i)) after.add(before.get(i));
        }
        role.ifPresent(added -> after.addAll(assignments(added, sites)));
        access.people().assign(caller.author(), actor, after, reason);
        return back(actor, "The roles are changed.", redirect);
    }

    @PostMapping("/people/{actor}/seat")
    String seat(
            Caller caller,
            @PathVariable ActorId actor,
            SeatForm form,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        access.seats().give(caller.author(), actor, form.seat(zone), reason);
        return back(actor, "The seat is changed, from the next page on.", redirect);
    }

    @PostMapping("/people/{actor}/invitation")
    String invite(
            Caller caller, @PathVariable ActorId actor, @RequestParam String reason, Model model) {
        return invited(access.people().invite(caller.author(), actor, reason), model);
    }

    @PostMapping("/people/{actor}/disabled")
    String disable(
            Caller caller,
            @PathVariable ActorId actor,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        access.people().disable(caller.author(), actor, reason);
        return back(actor, "The person is disabled; sessions and tokens have ended.", redirect);
    }

    @PostMapping("/people/{actor}/enabled")
    String enable(
            Caller caller,
            @PathVariable ActorId actor,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        access.people().enable(caller.author(), actor, reason);
        return back(actor, "The person may act again.", redirect);
    }

    @PostMapping("/people/{actor}/erasure")
    String erase(
            Caller caller,
            @PathVariable ActorId actor,
            @RequestParam String reason,
            RedirectAttributes redirect) {
        access.people().eraseName(caller.author(), actor, reason);
        return back(actor, "Name and sign-in code are erased for good.", redirect);
    }

    private String invited(Invitation invitation, Model model) {
        model.addAttribute("invitation", invitation);
        model.addAttribute("person", person(invitation.actor()));
        return "access/invited";
    }

    private Person person(ActorId actor) {
        return access.people()
                .find(actor)
                .orElseThrow(() ->
                        new Refused(Problem.of("person_unknown", 404, "There is no such person.")));
    }

    private static String back(ActorId actor, String said, RedirectAttributes redirect) {
        redirect.addFlashAttribute("said", said);
        redirect.addAttribute("actor", actor.code());
        return "redirect:/people/{actor}";
    }

    private static List<Role> roles() {
        return Arrays.asList(Role.values());
    }

    /** Reads "HL-1, HL-2" as two sites and nothing as every site. */
    private static List<Assignment> assignments(Role role, String sites) {
        if (sites.isBlank()) return List.of(Assignment.everywhere(role));
        return Arrays.stream(sites.split(",", -1))
                .map(site -> Assignment.at(new SiteCode(site.strip()), role))
                .toList();
    }
}
