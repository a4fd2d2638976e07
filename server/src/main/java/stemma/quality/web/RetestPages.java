package stemma.quality.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.identifiers.EventIds;
import stemma.intake.Slip;
import stemma.quality.RetestLine;
import stemma.quality.RetestPage;
import stemma.quality.Retests;
import stemma.sheets.SheetFormat;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** What is to be tested again within some days; each row opens its inspection. */
@Controller
class RetestPages {
    private final Retests retests;
    private final EventIds ids;

    RetestPages(Retests retests, EventIds ids) {
        this.retests = retests;
        this.ids = ids;
    }

    @GetMapping("/retests")
    String list(Caller caller, RetestAsked asked, Model model) {
        RetestPage page = retests.seenBy(caller).page(asked.query());
        model.addAttribute("page", page);
        model.addAttribute(
                "slips", page.rows().stream().map(_ -> Slip.blank(ids)).toList());
        return "quality/retests";
    }

    @GetMapping("/retests/file")
    ResponseEntity<byte[]> file(
            Caller caller, RetestAsked asked, @RequestParam(defaultValue = "csv") String as) {
        SheetFormat format = SheetFormat.of(as);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<RetestLine> rows =
                retests.seenBy(caller).page(asked.query().whole()).rows();
        format.write(RetestSheet.HEADINGS, rows.stream().map(RetestSheet::cells).toList(), bytes);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("retests" + format.ending())
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }
}
