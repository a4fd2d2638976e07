package stemma.trail.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import stemma.access.Caller;
import stemma.identifiers.EventId;
import stemma.journal.Journal;
import stemma.trail.Trail;

import java.time.ZoneId;

/** The trail as a table, and one line of it with all that it changed. */
@Controller
class TrailPages {
    private static final int ROWS = 50;
    private final Trail trail;
    private final Journal journal;
    private final ZoneId zone;

    TrailPages(Trail trail, Journal journal, ZoneId zone) {
        this.trail = trail;
        this.journal = journal;
        this.zone = zone;
    }

    @GetMapping("/trail")
    String trail(Caller caller, TrailAsked asked, Model model) {
        model.addAttribute(
                "page",
                new TrailTable(
                        asked,
                        trail.page(caller, asked.question(zone), asked.mark(), ROWS),
                        journal.sealed()));
        return "trail/trail";
    }

    @GetMapping("/trail/entries/{id}")
    String entry(Caller caller, @PathVariable String id, Model model) {
        model.addAttribute("line", trail.line(caller, EventId.of(id).uuid()));
        return "trail/entry";
    }
}
