package stemma.inquiry.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.identifiers.HoldCode;
import stemma.inquiry.Inquiry;
import stemma.printing.HoldTag;
import stemma.printing.Media;
import stemma.printing.Printing;
import stemma.printing.Printout;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shell.SiteTime;
import stemma.stock.Hold;

import java.time.ZoneId;

/** Prints the sign that is hung on what a hold stops; refused once the hold is lifted. */
@Controller
class HoldTagPages {
    private final Inquiry inquiry;
    private final Printing printing;
    private final SiteTime time;

    HoldTagPages(Inquiry inquiry, Printing printing, ZoneId zone) {
        this.inquiry = inquiry;
        this.printing = printing;
        this.time = new SiteTime(zone);
    }

    @PostMapping("/holds/tag")
    ResponseEntity<byte[]> tag(
            Caller caller,
            @RequestParam String code,
            @RequestParam(defaultValue = "a4") String media) {
        Hold hold = inquiry.holds().hold(new HoldCode(code));
        if (!inquiry.holds().isInForce(hold.code()))
            throw new Refused(
                    Problem.of("hold_not_in_force", 409, "Hold " + hold.code() + " is lifted.")
                            .notRecording("Nothing was printed."));
        HoldTag tag = new HoldTag(
                hold.code().code(),
                inquiry.holds().words(hold),
                Words.plain(hold.reason()),
                hold.actor().code(),
                time.wall(hold.since()) + " " + time.zoneName(hold.since()));
        Printout printout = printing.print(caller, tag, Media.of(media), time);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, printout.disposition())
                .contentType(MediaType.parseMediaType(printout.mediaType()))
                .body(printout.bytes());
    }
}
