package stemma.scanning.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.scanning.ScanQuestion;
import stemma.scanning.Scanning;

/** The page that says what a code is, and helps to set a scanner up. */
@Controller
class ScanPages {
    private final Scanning scanning;

    ScanPages(Scanning scanning) {
        this.scanning = scanning;
    }

    /** Answers in words as well, for who has no scripts. */
    @GetMapping("/scan")
    String scan(@RequestParam(defaultValue = "") String text, Model model) {
        if (!text.isBlank()) model.addAttribute("answer", scanning.read(ScanQuestion.of(text)));
        return "scanning/scan";
    }
}
