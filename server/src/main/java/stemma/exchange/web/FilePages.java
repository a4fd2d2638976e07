package stemma.exchange.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import stemma.exchange.DocumentExport;
import stemma.exchange.DocumentFiles;
import stemma.exchange.DocumentSheet;
import stemma.exchange.Loadings;
import stemma.sheets.SheetFormat;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Documents from files: chosen, checked, recorded, and watched while they are taken. */
@Controller
class FilePages {
    private final Loadings loadings;
    private final DocumentExport export;

    FilePages(Loadings loadings, DocumentExport export) {
        this.loadings = loadings;
        this.export = export;
    }

    @GetMapping("/files")
    String files() {
        return "exchange/files";
    }

    @GetMapping("/files/{kind}")
    String file(@PathVariable String kind, Model model) {
        model.addAttribute("kind", kind(kind));
        return "exchange/file";
    }

    /** An empty file with the headings, to begin with. */
    /** An empty file with the headings, to begin with. */
    @GetMapping("/files/{kind}/headings")
    ResponseEntity<byte[]> headings(
            @PathVariable String kind, @RequestParam(defaultValue = "csv") String as) {
        return file(kind(kind), as, new DocumentExport.Exported(List.of(), 0));
    }

    /** What stands, in the shape in which it comes in. */
    @GetMapping({"/files/{kind}/standing", "/api/v1/files/{kind}"})
    ResponseEntity<byte[]> standing(
            @PathVariable String kind, @RequestParam(defaultValue = "csv") String as) {
        return file(kind(kind), as, export.of(kind(kind)));
    }

    private static ResponseEntity<byte[]> file(
            DocumentSheet kind, String as, DocumentExport.Exported content) {
        SheetFormat format = SheetFormat.of(as);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        format.write(kind.columns(), content.rows(), file);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kind.word() + format.ending())
                                .build()
                                .toString())
                .header("Stemma-Left-Out", Integer.toString(content.leftOut()))
                .body(file.toByteArray());
    }

    @PostMapping("/files/{kind}")
    String take(
            Caller caller,
            @PathVariable String kind,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "check") String wish,
            @RequestParam(defaultValue = "") String because)
            throws IOException {
        DocumentFiles.Sent.Wish meant = wish.equals("record")
                ? DocumentFiles.Sent.Wish.RECORD
                : DocumentFiles.Sent.Wish.CHECK;
        String id = loadings.begin(
                caller, new DocumentFiles.Sent(kind(kind), file.getBytes(), meant, because));
        return "redirect:/files/loadings/" + id;
    }

    @GetMapping("/files/loadings/{id}")
    String loading(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            Model model) {
        model.addAttribute("loading", loadings.loading(id, caller));
        return part.isEmpty() ? "exchange/loading" : "exchange/progress";
    }

    static DocumentSheet kind(String word) {
        try {
            return DocumentSheet.of(word);
        } catch (IllegalArgumentException none) {
            throw new Refused(
                    Problem.of("file_kind_unknown", 404, "There are no files of " + word + ".")
                            .notRecording("")
                            .advising("Choose one of those under Files."));
        }
    }
}
