package stemma.labelling.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.journal.CanonicalJson;
import stemma.labelling.Labelling;
import stemma.printing.Format;
import stemma.printing.Media;
import stemma.printing.PrintAsked;
import stemma.printing.Printed;
import stemma.printing.Printing;
import stemma.printing.Printout;
import stemma.printing.ReprintReason;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The printing of labels for programs: the same as on the page. */
@RestController
class LabelApi {
    private static final Set<String> FIELDS = Set.of(
            "event",
            "lot",
            "item",
            "id",
            "container",
            "site",
            "location",
            "cards",
            "format",
            "media",
            "copies",
            "reason");

    private final Labelling labelling;
    private final Printing printing;
    private final HiddenLabels hidden;

    LabelApi(Labelling labelling, Printing printing, HiddenLabels hidden) {
        this.hidden = hidden;
        this.labelling = labelling;
        this.printing = printing;
    }

    @PostMapping("/api/v1/labels")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> print(Caller caller, @RequestBody byte[] body) {
        JsonNode sent = CanonicalJson.read(body);
        refuseStrange(sent);
        LabelQuery query = new LabelQuery(
                text(sent, "event"),
                text(sent, "lot"),
                text(sent, "item"),
                text(sent, "id"),
                text(sent, "container"),
                text(sent, "site"),
                text(sent, "location"),
                text(sent, "cards"));
        hidden.require(caller, query);
        Printout printout = printing.print(caller, labelling.labels(query.named()), asked(sent));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mediaType", printout.mediaType());
        json.put("name", "labels." + printout.name().replaceFirst(".*\\.", ""));
        json.put("file", Base64.getEncoder().encodeToString(printout.bytes()));
        json.put("labels", printout.printed().stream().map(LabelApi::json).toList());
        return json;
    }

    @GetMapping("/api/v1/labels/{id}")
    Map<String, Object> one(Caller caller, @PathVariable String id) {
        Printed printed = printing.printed(number(id));
        if (hidden.isHidden(caller, printed)) throw unknown(id);
        Map<String, Object> json = json(printed);
        json.put(
                "said",
                CanonicalJson.read(
                        printed.content().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return json;
    }

    private static PrintAsked asked(JsonNode sent) {
        String format = text(sent, "format");
        String media = text(sent, "media");
        String reason = text(sent, "reason");
        JsonNode copies = sent.get("copies");
        if (copies != null && !copies.isInt())
            throw new Refused(Problem.of("copies_invalid", 422, "Copies are a whole number.")
                    .notRecording("Nothing was printed.")
                    .with("field", "copies"));
        return new PrintAsked(
                format == null ? Format.PDF : Format.of(format),
                media == null ? Media.ROLL : Media.of(media),
                copies == null ? 1 : copies.intValue(),
                Optional.ofNullable(reason).map(ReprintReason::of));
    }

    private static void refuseStrange(JsonNode sent) {
        for (String name : sent.isObject() ? sent.propertyNames() : List.of("body"))
            if (!FIELDS.contains(name))
                throw new Refused(
                        Problem.of("field_unknown", 422, "\"" + name + "\" is not a field here.")
                                .notRecording("Nothing was printed.")
                                .with("field", name));
    }

    private static @Nullable String text(JsonNode sent, String name) {
        JsonNode value = sent.get(name);
        if (value == null || value.isNull()) return null;
        if (value.isString()) return value.stringValue();
        throw new Refused(Problem.of("field_invalid", 422, "\"" + name + "\" is a text.")
                .notRecording("Nothing was printed.")
                .with("field", name));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            throw unknown(id);
        }
    }

    private static Refused unknown(String id) {
        return new Refused(Problem.of("label_unknown", 404, "Nothing was printed as " + id + ".")
                .notRecording("")
                .with("label", id));
    }

    private static Map<String, Object> json(Printed printed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seq", String.valueOf(printed.id()));
        json.put("kind", printed.kind());
        json.put("number", printed.title());
        json.put("format", printed.format());
        json.put("firstCopy", printed.firstCopy());
        json.put("copies", printed.copies());
        if (printed.reason() != null) json.put("reason", printed.reason().word());
        json.put("by", printed.actor().code());
        json.put("at", printed.at().toString());
        json.put("digest", printed.digest().text());
        json.put("standing", printed.isDead() ? "dead" : "valid");
        if (printed.deadBy() != null) json.put("replacedBy", String.valueOf(printed.deadBy()));
        return json;
    }
}
