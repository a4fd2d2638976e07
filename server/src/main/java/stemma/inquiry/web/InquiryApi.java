package stemma.inquiry.web;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.inquiry.Finding;
import stemma.inquiry.Inquiry;
import stemma.inquiry.LotQuery;
import stemma.inquiry.NamedRoot;
import stemma.inquiry.Questioned;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceQuery;
import stemma.lots.Lot;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The answers for programs: the same as on the pages, without a limit to a trace. */
@RestController
class InquiryApi {
    private final Inquiry inquiry;
    private final Questioned questioned;
    private final JudgedLots judged;
    private final Asked asked;
    private final SiteWalls walls;
    private final EquipmentSought equipment;

    InquiryApi(
            Inquiry inquiry,
            Questioned questioned,
            JudgedLots judged,
            Asked asked,
            SiteWalls walls,
            EquipmentSought equipment) {
        this.equipment = equipment;
        this.judged = judged;
        this.inquiry = inquiry;
        this.questioned = questioned;
        this.asked = asked;
        this.walls = walls;
    }

    @GetMapping("/api/v1/find")
    Map<String, Object> find(Caller caller, @RequestParam String q) {
        return switch (inquiry.find(q).those(one -> walls.opens(caller, one.address()))) {
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
        if (limit < 1 || limit > 1_000 || offset < 0) throw pageInvalid(limit);
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
                asked.seen(inquiry.lots(query), line -> line.lot()).stream()
                        .map(AnswerJson::lot)
                        .toList());
    }

    @GetMapping("/api/v1/lots/{birth}/{units}")
    Map<String, Object> lot(Caller caller, @PathVariable String birth, @PathVariable String units) {
        return card(caller, asked.subject("", "", birth + "/" + units));
    }

    private Map<String, Object> card(Caller caller, Subject subject) {
        return equipment
                .of(subject)
                .in(AnswerJson.card(
                        inquiry.card(subject, 0).to(asked.sight()),
                        asked.gaps(questioned.of(subject)),
                        asked.gaps(questioned.leftFree(subject).gaps()),
                        judged.of(caller, subject)));
    }

    /** The board with every row behind its numbers, or with {@code detail=sums} the numbers. */
    @GetMapping("/api/v1/board")
    Map<String, Object> board(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "rows") String detail) {
        Subject subject = asked.subject(sent);
        if (detail.equals("sums"))
            return RootsJson.with(
                    subject, BoardJson.sums(inquiry.exposure(subject, asked.knownAt(sent))));
        if (!detail.equals("rows"))
            throw TraceRequest.refused("choice_unknown", "detail", "Detail is rows or sums.");
        return RootsJson.with(
                subject,
                BoardJson.board(inquiry.board(subject, asked.knownAt(sent)).to(asked.sight())));
    }

    /** The card of a whole number, or by {@code id} of one lot or of units. */
    @GetMapping("/api/v1/lots/card")
    Map<String, Object> card(
            Caller caller,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String id) {
        return card(caller, asked.subject(lot, item, id));
    }

    /** Reports that stand with what they violate, and lots to be looked at again. */
    @GetMapping("/api/v1/gaps")
    Map<String, Object> gaps(Caller caller, @RequestParam(defaultValue = "0") int offset) {
        if (offset < 0) throw pageInvalid(offset);
        return AnswerJson.gaps(
                inquiry.gaps(offset, asked.sight()),
                asked.gaps(questioned.page(offset)),
                judged.against(caller));
    }

    @PostMapping(path = "/api/v1/traces", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> trace(@RequestBody byte[] body) {
        TraceRequest request = TraceRequest.read(body);
        Subject subject = subject(request);
        Optional<Instant> knownAt = asked.knownAt(request.knownAt());
        List<TraceQuery> all =
                request.directions().stream().map(TraceQuery::all).toList();
        List<TraceAnswer> answers = request.detail().equals("shares")
                ? inquiry.tracesApportioned(subject, all, knownAt)
                : inquiry.traces(subject, all, knownAt);
        EquipmentFound found = equipment.of(answers);
        if (answers.size() == 1)
            return RootsJson.with(
                    subject, found.in(AnswerJson.trace(answers.getFirst(), request.detail())));
        Map<String, Object> both = new LinkedHashMap<>();
        for (TraceAnswer answer : answers) {
            String name = answer.direction().name().toLowerCase(Locale.ROOT);
            both.put(name, AnswerJson.trace(answer, request.detail()));
        }
        return RootsJson.with(subject, found.in(both));
    }

    private Subject subject(TraceRequest request) {
        List<Lot> lots = new ArrayList<>();
        List<Portion> roots = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        List<NamedRoot> named = new ArrayList<>();
        for (TraceRequest.Root root : request.roots()) {
            Subject subject = root.text().isEmpty()
                    ? asked.subject(root.lot(), root.item(), root.id())
                    : asked.rooted(root.text());
            lots.addAll(subject.lots());
            roots.addAll(subject.roots());
            titles.add(subject.title());
            named.addAll(subject.named());
        }
        return new Subject(String.join(", ", titles), "", lots, roots, named);
    }

    private static Refused pageInvalid(int sent) {
        return new Refused(
                Problem.of("page_invalid", 422, "A page begins at 0 and has 1 to 1,000 rows.")
                        .notRecording("")
                        .with("sent", Integer.toString(sent)));
    }
}
