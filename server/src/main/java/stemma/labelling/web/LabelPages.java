package stemma.labelling.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.labelling.Labelling;
import stemma.printing.Format;
import stemma.printing.Label;
import stemma.printing.Media;
import stemma.printing.PrintAsked;
import stemma.printing.Printed;
import stemma.printing.Printing;
import stemma.printing.Printout;
import stemma.printing.ReprintReason;

import java.util.List;
import java.util.Optional;

/**
 * Labels as they will look, and their printing: {@code /labels?event=} for what an entry bore,
 * {@code ?lot=} with {@code &item=}, {@code ?id=}, {@code ?container=}, {@code ?site=} with
 * {@code &location=}, {@code ?cards=}.
 */
@Controller
class LabelPages {
    private final Labelling labelling;
    private final Printing printing;
    private final Catalog catalog;

    LabelPages(Labelling labelling, Printing printing, Catalog catalog) {
        this.labelling = labelling;
        this.printing = printing;
        this.catalog = catalog;
    }

    @GetMapping("/labels")
    String labels(LabelQuery query, Model model) {
        var asked = query.asked();
        if (asked.isEmpty()) {
            model.addAttribute(
                    "sites", catalog.page(MasterKind.SITE, MasterQuery.ALL).rows());
            return "labelling/start";
        }
        List<Label> labels = labelling.labels(asked.get());
        List<Printed> earlier = labels.stream()
                .limit(LabelsPage.SHOWN)
                .flatMap(label -> printing.of(label.kind(), label.subject()).stream())
                .toList();
        model.addAttribute("page", new LabelsPage(query, labels, earlier));
        return "labelling/labels";
    }

    @PostMapping("/labels")
    ResponseEntity<byte[]> print(
            Caller caller,
            LabelQuery query,
            @RequestParam(defaultValue = "pdf") String format,
            @RequestParam(defaultValue = "roll") String media,
            @RequestParam(defaultValue = "1") int copies,
            @RequestParam(defaultValue = "") String reason) {
        PrintAsked asked = new PrintAsked(
                Format.of(format),
                Media.of(media),
                copies,
                reason.isBlank() ? Optional.empty() : Optional.of(ReprintReason.of(reason)));
        Printout printout = printing.print(caller, labelling.labels(query.named()), asked);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, printout.disposition())
                .contentType(MediaType.parseMediaType(printout.mediaType()))
                .body(printout.bytes());
    }
}
