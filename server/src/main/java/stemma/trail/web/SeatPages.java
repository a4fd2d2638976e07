package stemma.trail.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import stemma.access.Caller;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.journal.Journal;
import stemma.sheets.SheetFormat;
import stemma.shell.CsvFile;
import stemma.shell.SiteTime;
import stemma.trail.Visit;
import stemma.trail.Visiting;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** All that a visiting auditor sees: the seat, its lots, its entries, and these as a file. */
@Controller
class SeatPages {
    private final Visiting visiting;
    private final Journal journal;
    private final InstantSource now;
    private final SiteTime time;

    SeatPages(Visiting visiting, Journal journal, InstantSource now, ZoneId zone) {
        this.visiting = visiting;
        this.journal = journal;
        this.now = now;
        this.time = new SiteTime(zone);
    }

    @GetMapping("/seat")
    String seat(Caller caller, Model model) {
        Visit visit = visiting.visit(caller);
        model.addAttribute("page", new SeatPage(visit, visiting.items(visit), journal.sealed()));
        return "trail/seat";
    }

    @GetMapping("/seat/lots")
    String lots(Caller caller, SeatAsked asked, Model model) {
        ItemCode item = new ItemCode(asked.code());
        model.addAttribute("item", item);
        model.addAttribute("page", visiting.lots(visiting.visit(caller), item, asked.row()));
        return "trail/seat-lots";
    }

    @GetMapping("/seat/lots/{birth}/{units}")
    String lot(
            Caller caller,
            @PathVariable String birth,
            @PathVariable String units,
            SeatAsked asked,
            Model model) {
        Portion lot = Portion.of(birth + "/" + units);
        model.addAttribute("page", visiting.lot(visiting.visit(caller), lot, asked.row()));
        return "trail/seat-lot";
    }

    @GetMapping("/seat/entries")
    String entries(Caller caller, SeatAsked asked, Model model) {
        model.addAttribute("page", visiting.entries(visiting.visit(caller), asked.mark()));
        return "trail/seat-entries";
    }

    @GetMapping("/seat/entries/{id}")
    String entry(Caller caller, @PathVariable String id, Model model) {
        model.addAttribute(
                "told", visiting.entry(visiting.visit(caller), EventId.of(id).uuid()));
        return "trail/seat-entry";
    }

    @GetMapping("/seat/entries.csv")
    void csv(Caller caller, HttpServletResponse response) throws IOException {
        Visit visit = visiting.visit(caller);
        response.setContentType(SheetFormat.CSV.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"seat-entries.csv\"");
        try (CsvFile file = CsvFile.to(response.getWriter())) {
            SeatSheet.about(visit, caller, now.instant(), journal.sealed().size(), time)
                    .forEach(file::row);
            file.row(List.of(""));
            file.row(SeatSheet.HEADINGS);
            visiting.each(visit, told -> file.row(SeatSheet.row(told, time)));
        }
    }
}
