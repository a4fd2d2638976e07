package stemma.quality.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import stemma.access.Caller;
import stemma.identifiers.Portion;
import stemma.quality.RetainedLine;
import stemma.quality.RetainedSamples;
import stemma.quality.Retaining;
import stemma.quality.Retention;
import stemma.sheets.SheetFormat;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What is kept as retained samples, where and until when; the form says another last day. */
@Controller
class RetainedPages {
    private final RetainedSamples samples;
    private final Retaining retaining;

    RetainedPages(RetainedSamples samples, Retaining retaining) {
        this.samples = samples;
        this.retaining = retaining;
    }

    @GetMapping("/retained-samples")
    String list(Caller caller, RetainedAsked asked, Model model) {
        model.addAttribute("page", samples.seenBy(caller).page(asked.query()));
        return "quality/retained";
    }

    @GetMapping("/retained-samples/file")
    ResponseEntity<byte[]> file(
            Caller caller, RetainedAsked asked, @RequestParam(defaultValue = "csv") String as) {
        SheetFormat format = SheetFormat.of(as);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<RetainedLine> rows =
                samples.seenBy(caller).page(asked.query().whole()).rows();
        format.write(
                RetainedSheet.HEADINGS, rows.stream().map(RetainedSheet::cells).toList(), bytes);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("retained-samples" + format.ending())
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    @GetMapping("/retained-samples/retention")
    String form(Caller caller, @RequestParam String lot, Model model) {
        Portion sample = Portion.of(lot);
        model.addAttribute(
                "line",
                samples.seenBy(caller)
                        .standing(sample)
                        .orElseThrow(() -> new Refused(Problem.of(
                                        "not_retained",
                                        404,
                                        "Lot " + lot + " is no retained sample.")
                                .notRecording("")
                                .advising("Find it in the list of retained samples."))));
        return "quality/retention";
    }

    @PostMapping("/retained-samples/retention")
    String keep(
            Caller caller,
            @RequestParam String lot,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes redirect) {
        Retention kept = retaining.keep(caller, Portion.of(lot), day(until), why);
        redirect.addFlashAttribute("said", "It is kept to " + kept.until() + ".");
        return "redirect:/retained-samples";
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            throw new Refused(
                    Problem.of("day_invalid", 422, "\"" + text + "\" is no day such as 2028-01-31.")
                            .with("element", "until"));
        }
    }
}
