package stemma.scanning.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.intake.Walls;
import stemma.scanning.ScanQuestion;
import stemma.scanning.Scanning;

/** The page that says what a code is, and helps to set a scanner up. */
@Controller
class ScanPages {
    private final Scanning scanning;
    private final Walls walls;

    ScanPages(Scanning scanning, Walls walls) {
        this.walls = walls;
        this.scanning = scanning;
    }

    /** Answers in words as well, for who has no scripts. */
    @GetMapping("/scan")
    String scan(Caller caller, @RequestParam(defaultValue = "") String text, Model model) {
        if (!text.isBlank())
            model.addAttribute("answer", scanning.read(ScanQuestion.of(text), walls.sight(caller)));
        return "scanning/scan";
    }
}
