package stemma.trail.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import stemma.access.Caller;
import stemma.trail.Trail;

/** Where control over items was lessened within the year, and what has begun since. */
@Controller
class LoosenedPages {
    private final Trail trail;

    LoosenedPages(Trail trail) {
        this.trail = trail;
    }

    @GetMapping("/trail/loosened")
    String loosened(Caller caller, Model model) {
        model.addAttribute("all", trail.loosenings().of(caller));
        return "trail/loosened";
    }
}
