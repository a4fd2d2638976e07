package stemma.catalog.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.catalog.Master;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterPage;
import stemma.catalog.MasterQuery;
import stemma.catalog.MasterSheet;
import stemma.catalog.SheetAnswer;
import stemma.sheets.SheetFormat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Masters as CSV and XLSX files: out in the shape in which they come in, in by a rehearsal first.
 */
@Controller
class SheetPages {
    private final Catalog catalog;

    SheetPages(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/masters/{masters}/file")
    ResponseEntity<byte[]> export(
            @PathVariable String masters,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "all") String standing,
            @RequestParam(defaultValue = "csv") String as) {
        MasterKind kind = MasterPaths.kind(masters);
        SheetFormat format = SheetFormat.of(as);
        byte[] file = MasterSheet.file(kind, format, all(kind, text, standing));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(masters + format.ending())
                                .build()
                                .toString())
                .body(file);
    }

    // Page by page until the last: an export never ends silently.
    private List<Master> all(MasterKind kind, String text, String standing) {
        List<Master> all = new ArrayList<>();
        MasterQuery asked = MasterList.query(text, standing, "", "up", 0);
        MasterQuery query = new MasterQuery(
                asked.text(),
                asked.standings(),
                asked.sort(),
                asked.direction(),
                0,
                MasterQuery.MAX_LIMIT);
        MasterPage<? extends Master> page;
        do {
            page = catalog.page(kind, query.from(all.size()));
            page.rows().forEach(row -> all.add(row.master()));
        } while (!page.rows().isEmpty() && all.size() < page.total());
        return all;
    }

    @GetMapping("/masters/{masters}/sheet")
    String sheet(@PathVariable String masters, Model model) {
        model.addAttribute("page", new SheetPage(MasterPaths.kind(masters)));
        return "catalog/sheet";
    }

    @PostMapping("/masters/{masters}/sheet/check")
    String check(
            @PathVariable String masters,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            Model model,
            HttpServletResponse response)
            throws IOException {
        MasterSheet sheet = MasterSheet.read(MasterPaths.kind(masters), file.getBytes());
        return told(
                sheet,
                catalog.rehearse(sheet, reason),
                SheetResult.Stage.CHECKED,
                model,
                response,
                part);
    }

    @PostMapping("/masters/{masters}/sheet/record")
    String record(
            Caller caller,
            @PathVariable String masters,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            Model model,
            HttpServletResponse response)
            throws IOException {
        MasterSheet sheet = MasterSheet.read(MasterPaths.kind(masters), file.getBytes());
        SheetAnswer answer = catalog.take(sheet, caller.author(), reason);
        return told(sheet, answer, SheetResult.Stage.RECORDED, model, response, part);
    }

    private static String told(
            MasterSheet sheet,
            SheetAnswer answer,
            SheetResult.Stage stage,
            Model model,
            HttpServletResponse response,
            String part) {
        if (answer instanceof SheetAnswer.Refused)
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", new SheetPage(sheet.kind()));
        model.addAttribute("result", new SheetResult(sheet, answer, stage));
        return part.isEmpty() ? "catalog/sheet" : "catalog/sheetResult";
    }
}
