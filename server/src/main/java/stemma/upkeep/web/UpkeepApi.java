package stemma.upkeep.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.catalog.Resource;
import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.journal.CanonicalJson;
import stemma.ledger.BodyJson;
import stemma.ledger.MalformedEvent;
import stemma.quality.Measurement;
import stemma.quality.QualityJson;
import stemma.shell.Members;
import stemma.signatures.Credentials;
import stemma.signatures.Signatures;
import stemma.upkeep.LogLine;
import stemma.upkeep.Requirement;
import stemma.upkeep.ResourceState;
import stemma.upkeep.Suspects;
import stemma.upkeep.Telling;
import stemma.upkeep.Upkeep;
import stemma.upkeep.UpkeepJson;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Equipment for programs: how it stands, its log, what is told and required of it. */
@RestController
class UpkeepApi {
    private final Upkeep upkeep;
    private final UpkeepWork work;

    UpkeepApi(Upkeep upkeep, Telling telling, Signatures signatures) {
        this.upkeep = upkeep;
        this.work = new UpkeepWork(upkeep, telling, signatures);
    }

    /** With what an entry is sent: its id, of which resource, when; and a password to sign. */
    record Sent(
            EventId id,
            ResourceCode resource,
            @Nullable Instant at,
            @Nullable String signer,
            @Nullable String password) {
        Credentials typed() {
            return new Credentials(signer == null ? "" : signer, password == null ? "" : password);
        }

        @Override
        public String toString() {
            return "Sent[" + id + "]";
        }
    }

    /** To end a requirement, why, and who else signs it. */
    record Ending(
            EventId id,
            String reason,
            @Nullable String signer,
            @Nullable String password) {
        Credentials second() {
            return new Credentials(
                    Objects.requireNonNullElse(signer, ""),
                    Objects.requireNonNullElse(password, ""));
        }

        @Override
        public String toString() {
            return "Ending[" + id + "]";
        }
    }

    @GetMapping("/api/v1/upkeep")
    Map<String, Object> list(Caller caller, UpkeepAsked asked) {
        return Members.of(
                "resources",
                upkeep.list(asked.query(caller)).stream().map(UpkeepApi::json).toList());
    }

    @GetMapping("/api/v1/upkeep/log")
    Map<String, Object> log(
            Caller caller,
            @RequestParam String resource,
            @RequestParam(defaultValue = "0") int from) {
        Resource one = work.seen(caller, new ResourceCode(resource));
        Map<String, Object> json = json(upkeep.state(one));
        List<LogLine> lines = upkeep.log(one.code(), Math.max(0, from));
        json.put("log", lines.stream().limit(Upkeep.LOG).map(UpkeepApi::json).toList());
        json.put("hasMore", lines.size() > Upkeep.LOG);
        return json;
    }

    @PostMapping("/api/v1/upkeep/entries")
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode tell(Caller caller, @RequestBody byte[] body) {
        if (!(CanonicalJson.read(body) instanceof ObjectNode sent))
            throw new MalformedEvent("field_invalid", "", "What is sent must be a JSON object");
        ObjectNode how = sent.objectNode();
        for (String name : List.of("id", "resource", "at", "signer", "password")) {
            JsonNode value = sent.remove(name);
            if (value != null) how.set(name, value);
        }
        if (sent.has("signature"))
            throw new MalformedEvent("field_unknown", "signature", "A signature is made here.");
        Sent with = BodyJson.read(Sent.class, CanonicalJson.bytes(how));
        Telling.Said said =
                new Telling.Said(with.id(), with.resource(), with.at(), UpkeepJson.read(sent));
        return UpkeepJson.of(work.tell(caller, said, with.typed()));
    }

    @GetMapping("/api/v1/upkeep/suspects")
    Map<String, Object> suspects(Caller caller, @RequestParam String calibration) {
        UpkeepWork.Seen seen = work.suspects(caller, EventId.of(calibration));
        Suspects all = seen.suspects();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("calibration", UpkeepJson.of(all.found()));
        json.put("root", all.root());
        json.put(
                "lots",
                all.touched().stream()
                        .map(one -> Map.of(
                                "lot",
                                one.lot().number().text(),
                                "id",
                                one.portion().toString()))
                        .toList());
        json.put("hiddenLots", seen.hidden());
        json.put("results", all.results().stream().map(UpkeepApi::json).toList());
        return json;
    }

    @GetMapping("/api/v1/upkeep/requirements")
    Map<String, Object> requirements() {
        return Members.of(
                "requirements",
                upkeep.requirements().stream().map(UpkeepJson::of).toList());
    }

    @PostMapping("/api/v1/upkeep/requirements")
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode require(Caller caller, @RequestBody byte[] body) {
        return UpkeepJson.of(work.require(caller, BodyJson.read(Requirement.class, body)));
    }

    @PostMapping("/api/v1/upkeep/requirements/end")
    Map<String, Object> end(Caller caller, @RequestBody byte[] body) {
        Ending sent = BodyJson.read(Ending.class, body);
        work.end(caller, sent.id(), sent.reason(), sent.second());
        return Members.of("ended", sent.id().toString());
    }

    private static Map<String, Object> json(ResourceState one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("resource", one.resource().code().code());
        json.put("kind", one.resource().kind().word());
        json.put("site", one.resource().site().code());
        json.put("due", one.due().word());
        if (one.nextDue() != null) json.put("nextDue", one.nextDue().toString());
        if (one.calibration() != null) json.put("calibration", UpkeepJson.of(one.calibration()));
        if (one.maintenance() != null) json.put("maintenance", UpkeepJson.of(one.maintenance()));
        if (one.environment() != null) json.put("environment", UpkeepJson.of(one.environment()));
        if (one.cleanedAt() != null) {
            json.put("cleanedAt", one.cleanedAt().toString());
            json.put("cleaning", one.cleaning().name().toLowerCase(java.util.Locale.ROOT));
        }
        return json;
    }

    private static Map<String, Object> json(LogLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", line.from().toString());
        json.put("to", line.to().toString());
        json.put("what", line.what().word());
        json.put("words", LogWords.words(line));
        json.put("by", line.by().code());
        if (line.event() != null) json.put("event", line.event().toString());
        if (line.run() != null) json.put("run", line.run());
        if (line.told() != null) json.put("entry", line.told().id().toString());
        json.put("counts", line.counts().name().toLowerCase(java.util.Locale.ROOT));
        return json;
    }

    private static ObjectNode json(Measurement one) {
        return QualityJson.result(one.result())
                .put("inspection", one.result().inspection().toString())
                .put("item", one.item().code());
    }
}
