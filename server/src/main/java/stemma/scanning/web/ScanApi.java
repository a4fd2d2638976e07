package stemma.scanning.web;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import stemma.access.Caller;
import stemma.gs1.Separators;
import stemma.identifiers.SiteCode;
import stemma.intake.Walls;
import stemma.scanning.PhotoReading;
import stemma.scanning.ScanKind;
import stemma.scanning.ScanQuestion;
import stemma.scanning.Scanning;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a scan means, for programs and for the scanner's part of a page. */
@RestController
class ScanApi {
    private static final long MOST_BYTES = 10L * 1024 * 1024;
    private final Scanning scanning;
    private final Walls walls;

    ScanApi(Scanning scanning, Walls walls) {
        this.walls = walls;
        this.scanning = scanning;
    }

    @GetMapping("/api/v1/scans")
    Map<String, Object> scan(
            Caller caller,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String expects,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String separators) {
        return answer(caller, question(text, expects, fresh, site, separators));
    }

    /** Reads the symbol in a photo, and answers as to its text. */
    @PostMapping(path = "/api/v1/scans/photo", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Map<String, Object> photo(
            Caller caller,
            @RequestParam MultipartFile photo,
            @RequestParam(defaultValue = "") String expects,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String site)
            throws IOException {
        if (photo.getSize() > MOST_BYTES)
            throw new Refused(
                    Problem.of("photo_too_large", 413, "The photo is larger than 10 megabytes.")
                            .advising("Take it at a lower resolution, or scan the code."));
        String text = PhotoReading.read(photo.getBytes())
                .orElseThrow(() -> new Refused(Problem.of(
                                "photo_without_code", 422, "No code can be read in the photo.")
                        .advising("Go nearer, hold still, mind the light; or type the code.")));
        return answer(caller, question(text, expects, fresh, site, "sent"));
    }

    private Map<String, Object> answer(Caller caller, ScanQuestion question) {
        return ScanJson.of(scanning.read(question, walls.sight(caller)), question.text());
    }

    private static ScanQuestion question(
            String text, String expects, String fresh, String site, String separators) {
        return new ScanQuestion(
                text,
                kinds("expects", expects),
                kinds("fresh", fresh),
                site.isBlank() ? Optional.empty() : Optional.of(new SiteCode(site.strip())),
                separators.equals("sent") ? Separators.SENT : Separators.UNKNOWN);
    }

    /**
     * A page may ask for fields that no scan fills by itself, such as a unit: they are left out.
     */
    private static Set<ScanKind> kinds(String name, String list) {
        if (list.isBlank()) return Set.of();
        Set<ScanKind> kinds = Arrays.stream(list.split(","))
                .flatMap(field -> ScanKind.ofField(field.strip()).stream())
                .collect(Collectors.toSet());
        if (!kinds.isEmpty()) return kinds;
        throw new Refused(Problem.of(
                        "scan_kind_unknown",
                        422,
                        "\"" + list + "\" names nothing that a scan can mean.")
                .advising("Write for example lot,serial or location.")
                .with("field", name));
    }
}
