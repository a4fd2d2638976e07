package stemma.receiving.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.receiving.DueLine;
import stemma.receiving.DueQuery;
import stemma.receiving.LineProgress;
import stemma.receiving.Receiving;
import stemma.shell.CsvFile;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The work list of receiving: what is still to come, and the same as a file. */
@Controller
class DuePages {
    private final Receiving receiving;
    private final Today today;

    DuePages(Receiving receiving, Today today) {
        this.receiving = receiving;
        this.today = today;
    }

    @GetMapping("/receiving")
    String list(
            @RequestParam(defaultValue = "due") String show,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "due") String sort,
            @RequestParam(defaultValue = "0") int offset,
            Model model) {
        model.addAttribute(
                "page", receiving.due(query(show, text, site, sort, offset), today.at()));
        return "receiving/due";
    }

    @GetMapping("/receiving/file")
    void file(
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "due") String sort,
            HttpServletResponse response)
            throws IOException {
        var page = receiving.due(query(show, text, site, sort, 0).whole(), today.at());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + CsvFile.named("due") + "\"");
        try (CsvFile file = CsvFile.to(response.getWriter())) {
            file.row(List.of(
                    "order",
                    "line",
                    "item",
                    "item name",
                    "supplier",
                    "site",
                    "due",
                    "ordered",
                    "received",
                    "open",
                    "unit",
                    "state",
                    "blocked"));
            for (DueLine row : page.rows()) file.row(cells(row));
        }
    }

    private static List<String> cells(DueLine row) {
        LineProgress line = row.progress();
        return List.of(
                row.order().code().code(),
                Integer.toString(line.line().number()),
                line.line().item().code(),
                line.itemName(),
                row.order().supplier().code(),
                row.order().site().code(),
                line.due() == null ? "" : line.due().toString(),
                line.wanted().amount().number(),
                line.received().number(),
                line.open().number(),
                line.received().unit().code(),
                line.state().word(),
                line.blocked());
    }

    static DueQuery query(String show, String text, String site, String sort, int offset) {
        return new DueQuery(
                word(DueQuery.Show.values(), show, DueQuery.Show.DUE),
                text,
                site,
                word(DueQuery.Sort.values(), sort, DueQuery.Sort.DUE),
                offset,
                DueQuery.ROWS);
    }

    // What is not one of the words is the usual one: an old bookmark still shows a list.
    private static <E extends Enum<E>> E word(E[] all, String word, E usual) {
        for (E one : all) {
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) return one;
        }
        return usual;
    }
}
