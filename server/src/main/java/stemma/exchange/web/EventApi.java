package stemma.exchange.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.identifiers.EventId;
import stemma.intake.AnswerJson;
import stemma.intake.DraftReading;
import stemma.intake.Intake;
import stemma.intake.Signing;
import stemma.journal.CanonicalJson;
import stemma.ledger.Answer;
import stemma.ledger.Ledger;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Submission;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any event, and the nouns by which changes of state are asked for: each is an event of its kind.
 */
@RestController
class EventApi {
    private static final String REPEATED = "Idempotent-Replayed";
    private final Ledger ledger;
    private final DraftReading drafts;
    private final Intake intake;
    private final Signing signing;

    EventApi(Ledger ledger, DraftReading drafts, Intake intake, Signing signing) {
        this.ledger = ledger;
        this.drafts = drafts;
        this.intake = intake;
        this.signing = signing;
    }

    /**
     * Takes an event, {@code {"events": […]}} for all or none, or {@code {"submissions": […]}} for
     * many.
     */
    @PostMapping(path = "/api/v1/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> append(Caller caller, @RequestBody byte[] body) {
        JsonNode sent = CanonicalJson.read(body);
        if (sent.get("submissions") instanceof ArrayNode many) return several(caller, sent, many);
        return answer(caller, sent);
    }

    private ResponseEntity<byte[]> several(Caller caller, JsonNode sent, ArrayNode many) {
        for (String name : sent.propertyNames()) {
            if (name.equals("submissions")) continue;
            throw new MalformedEvent("field_unknown", name, "\"" + name + "\" is not a field here");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode answers = body.putArray("answers");
        intake.take(caller.author(), many.valueStream().toList(), signing.gate(caller))
                .forEach(taken -> answers.add(AnswerJson.of(taken)));
        return json(HttpStatus.OK, body);
    }

    /** Says what would become of an event, and records nothing. */
    @PostMapping(path = "/api/v1/events/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> consider(Caller caller, @RequestBody byte[] body) {
        Submission submission =
                drafts.read(caller.author(), CanonicalJson.read(body), signing.gate(caller));
        signing.require(caller, submission);
        return json(
                HttpStatus.OK,
                switch (ledger.consider(submission)) {
                    case Answer.Appended appended -> AnswerJson.of(appended);
                    case Answer.Refused refused -> AnswerJson.of(refused);
                });
    }

    @GetMapping("/api/v1/events/{id}")
    ResponseEntity<byte[]> event(@PathVariable String id) {
        return ledger.event(EventId.of(id))
                .map(recorded -> json(HttpStatus.OK, AnswerJson.of(recorded)))
                .orElseThrow(
                        () -> Refused.of("event_not_found", 404, "There is no event " + id + "."));
    }

    @PostMapping(
            path = "/api/v1/events/{id}/correction",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> correct(
            Caller caller, @PathVariable String id, @RequestBody byte[] body) {
        return as(caller, "corrected", body, "corrects", id);
    }

    @PostMapping(path = "/api/v1/receipts", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> receive(Caller caller, @RequestBody byte[] body) {
        return as(caller, "received", body);
    }

    @PostMapping(
            path = "/api/v1/runs/{id}/consumptions",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> consume(
            Caller caller, @PathVariable String id, @RequestBody byte[] body) {
        return as(caller, "consumed", body, "run", id);
    }

    @PostMapping(path = "/api/v1/runs/{id}/yields", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> yield(Caller caller, @PathVariable String id, @RequestBody byte[] body) {
        return as(caller, "produced", body, "run", id);
    }

    @PostMapping(path = "/api/v1/shipments", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> ship(Caller caller, @RequestBody byte[] body) {
        return as(caller, "shipped", body);
    }

    @PostMapping(
            path = "/api/v1/shipments/{code}/deliveries",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> deliver(
            Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        return as(caller, "delivered", body, "shipment", code);
    }

    @PostMapping(path = "/api/v1/returns", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> takeBack(Caller caller, @RequestBody byte[] body) {
        return as(caller, "returned", body);
    }

    @PostMapping(path = "/api/v1/movements", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> move(Caller caller, @RequestBody byte[] body) {
        return as(caller, "moved", body);
    }

    @PostMapping(path = "/api/v1/judgements", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> judge(Caller caller, @RequestBody byte[] body) {
        return as(caller, "judged", body);
    }

    @PostMapping(path = "/api/v1/holds", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> hold(Caller caller, @RequestBody byte[] body) {
        return as(caller, "held", body);
    }

    /** Stops one lot, or units of a block; of a number, {@code /holds} stops the family. */
    @PostMapping(
            path = "/api/v1/lots/{birth}/{units}/holds",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> hold(
            Caller caller,
            @PathVariable String birth,
            @PathVariable String units,
            @RequestBody byte[] body) {
        ObjectNode sent = noun(body);
        sent.putObject("reach").put("reach", "sublot").put("lot", birth + "/" + units);
        return answer(caller, sent.put("event", "held"));
    }

    @PostMapping(path = "/api/v1/holds/{code}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> lift(
            Caller caller, @PathVariable String code, @RequestBody byte[] body) {
        return as(caller, "hold_lifted", body, "hold", code);
    }

    private ResponseEntity<byte[]> as(Caller caller, String kind, byte[] body, String... named) {
        ObjectNode sent = noun(body).put("event", kind);
        for (int i = 0; i < named.length; i += 2) {
            boolean stated = sent.get(named[i]) instanceof ObjectNode;
            if (stated) ((ObjectNode) sent.get(named[i])).put("id", named[i + 1]);
            else sent.put(named[i], named[i + 1]);
        }
        return answer(caller, sent);
    }

    private static ObjectNode noun(byte[] body) {
        if (CanonicalJson.read(body) instanceof ObjectNode sent) return sent;
        throw Refused.of("event_invalid", 422, "The body is a JSON object.");
    }

    private ResponseEntity<byte[]> answer(Caller caller, JsonNode sent) {
        return switch (intake.take(caller.author(), sent, signing.gate(caller))) {
            case Answer.Appended appended -> created(appended);
            case Answer.Refused refused -> throw new Refused(AnswerJson.problem(refused));
        };
    }

    /** The same to the first request and to each that repeats it, but for one header. */
    private static ResponseEntity<byte[]> created(Answer.Appended appended) {
        var answer =
                ResponseEntity.status(HttpStatus.CREATED).contentType(MediaType.APPLICATION_JSON);
        if (appended.novelty() == Answer.Novelty.REPEATED) answer.header(REPEATED, "true");
        return answer.body(AnswerJson.bytes(AnswerJson.of(appended)));
    }

    private static ResponseEntity<byte[]> json(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(AnswerJson.bytes(body));
    }
}
