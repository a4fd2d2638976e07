package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.genealogy.Direction;
import stemma.inquiry.Inquiry;
import stemma.inquiry.SerialsConcerned;
import stemma.shell.CsvFile;
import stemma.shell.SiteTime;

import java.io.IOException;
import java.time.ZoneId;

/**
 * Every serial number that a trace concerns, as a file that is written while it is walked. Its
 * heading says what was asked; its last line says how many there were, so that a file that was cut
 * off is known by its end.
 */
@Controller
class SerialFiles {
    private final Inquiry inquiry;
    private final Asked asked;
    private final SiteTime time;

    SerialFiles(Inquiry inquiry, Asked asked, ZoneId zone) {
        this.inquiry = inquiry;
        this.asked = asked;
        this.time = new SiteTime(zone);
    }

    @GetMapping("/trace/serials.csv")
    void serials(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        TraceAsked about = asked.trace(sent);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\""
                        + CsvFile.named(about.subject().title() + "-serials-" + about.direction())
                        + "\"");
        SerialSheet sheet = SerialSheet.to(response.getOutputStream(), time);
        for (Direction way : about.ways()) {
            SerialsConcerned serials = inquiry.serials(about.subject(), way, about.knownAt());
            sheet.heading(serials, caller);
            serials.each(sheet::rows);
            sheet.end();
        }
        sheet.finish();
    }
}
