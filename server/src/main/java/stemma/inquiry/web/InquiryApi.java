package stemma.inquiry.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.genealogy.Direction;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.inquiry.Finding;
import stemma.inquiry.Inquiry;
import stemma.inquiry.LotQuery;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceQuery;
import stemma.lots.Lot;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The answers for programs: the same as on the pages, without a limit to a trace. */
@RestController
class InquiryApi {
    private final Inquiry inquiry;
    private final Asked asked;

    InquiryApi(Inquiry inquiry, Asked asked) {
        this.inquiry = inquiry;
        this.asked = asked;
    }

    @GetMapping("/api/v1/find")
    Map<String, Object> find(@RequestParam String q) {
        return switch (inquiry.find(q)) {
            case Finding.One one -> AnswerJson.finding(one.text(), "one", List.of(one.candidate()));
            case Finding.Several several ->
                AnswerJson.finding(several.text(), "several", several.candidates());
            case Finding.None none -> AnswerJson.finding(none.text(), "none", none.near());
        };
    }

    @GetMapping("/api/v1/lots")
    Map<String, Object> lots(
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String beginning,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "200") int limit) {
        if (limit < 1 || limit > 1_000 || offset < 0) {
            throw new Refused(Problem.of("page_invalid", 422, "A page has 1 to 1,000 rows.")
                    .notRecording("")
                    .with("limit", Integer.toString(limit)));
        }
        LotQuery query = new LotQuery(
                item.isBlank() ? Optional.empty() : Optional.of(new ItemCode(item.strip())),
                number.isBlank() ? Optional.empty() : Optional.of(new LotNumber(number.strip())),
                beginning.strip(),
                offset,
                limit);
        return AnswerJson.map(
                "offset",
                offset,
                "lots",
                inquiry.lots(query).stream().map(AnswerJson::lot).toList());
    }

    @GetMapping("/api/v1/lots/{birth}/{units}")
    Map<String, Object> lot(@PathVariable String birth, @PathVariable String units) {
        return AnswerJson.card(inquiry.card(inquiry.one(Portion.of(birth + "/" + units)), 0));
    }

    @GetMapping("/api/v1/board")
    Map<String, Object> board(
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String knownAt) {
        return AnswerJson.board(
                inquiry.board(asked.subject(lot, item, id), asked.knownAt(knownAt)));
    }

    /** What a program asks of a trace; {@code detail} is rows (the default), links or outline. */
    record TraceRequest(
            @JsonProperty(required = true) List<Root> roots,
            @Nullable String direction,
            @Nullable String knownAt,
            @Nullable String detail) {}

    /** A root: a lot number, with its item or without, or an id. */
    record Root(
            @Nullable String lot,
            @Nullable String item,
            @Nullable String id) {}

    @PostMapping("/api/v1/traces")
    Map<String, Object> trace(@RequestBody TraceRequest request) {
        List<Lot> lots = new ArrayList<>();
        List<Portion> roots = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (Root root : request.roots()) {
            Subject subject =
                    asked.subject(orEmpty(root.lot()), orEmpty(root.item()), orEmpty(root.id()));
            lots.addAll(subject.lots());
            roots.addAll(subject.roots());
            titles.add(subject.title());
        }
        if (roots.isEmpty()) {
            throw new Refused(Problem.of("roots_missing", 422, "A trace begins somewhere.")
                    .notRecording("")
                    .with("element", "roots"));
        }
        Subject all = new Subject(String.join(", ", titles), "", lots, roots);
        String detail = request.detail() == null ? "rows" : request.detail();
        return AnswerJson.trace(
                inquiry.trace(
                        all,
                        TraceQuery.all(direction(request.direction())),
                        asked.knownAt(orEmpty(request.knownAt()))),
                detail);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Direction direction(@Nullable String text) {
        return switch (text == null ? "forward" : text.toLowerCase(Locale.ROOT)) {
            case "forward" -> Direction.FORWARD;
            case "backward" -> Direction.BACKWARD;
            default ->
                throw new Refused(
                        Problem.of("direction_invalid", 422, "A trace goes forward or backward.")
                                .notRecording("")
                                .with("element", "direction"));
        };
    }
}
