package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.inquiry.BoardRows;
import stemma.inquiry.Exposure;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Subject;

import java.io.IOException;
import java.time.ZoneId;

/** The exposure board, the rows behind its numbers, and both as files. */
@Controller
class BoardPages {
    private final Inquiry inquiry;
    private final Asked asked;
    private final ZoneId zone;

    BoardPages(Inquiry inquiry, Asked asked, ZoneId zone) {
        this.inquiry = inquiry;
        this.asked = asked;
        this.zone = zone;
    }

    @GetMapping("/board")
    String board(@RequestParam MultiValueMap<String, String> sent, Model model) {
        model.addAttribute("page", page("/board", sent));
        return "inquiry/board";
    }

    @GetMapping("/board/rows")
    String rows(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        model.addAttribute("page", rows(sent, show, unit, of, tier).at(only, from));
        return "inquiry/rows";
    }

    @GetMapping("/board.csv")
    void file(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        BoardPage page = page("/board", sent);
        new BoardFiles(caller, zone).board(page, response);
    }

    @GetMapping("/board/rows.csv")
    void rowsFile(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String tier,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        new BoardFiles(caller, zone).rows(rows(sent, show, unit, of, tier), response);
    }

    private BoardPage page(String path, MultiValueMap<String, String> sent) {
        Subject subject = asked.subject(sent);
        Exposure exposure = inquiry.exposure(subject, asked.knownAt(sent));
        return new BoardPage(exposure, KnownAtView.of(path, subject, "", exposure.insight(), zone));
    }

    private RowsPage rows(
            MultiValueMap<String, String> sent, String show, String unit, String of, String tier) {
        Subject subject = asked.subject(sent);
        BoardRows board = inquiry.boards().rows(subject, asked.knownAt(sent), asked.sight());
        Exposure sums = board.exposure();
        var moment = KnownAtView.of("/board/rows", subject, show, sums.insight(), zone);
        return RowsPage.of(board, new BoardPage(sums, moment), show, unit, of, tier);
    }
}
