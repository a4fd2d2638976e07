package stemma.nonconformance.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.journal.CanonicalJson;
import stemma.ledger.BodyJson;
import stemma.ledger.MalformedEvent;
import stemma.nonconformance.CaseEntry;
import stemma.nonconformance.CaseFile;
import stemma.nonconformance.CaseJson;
import stemma.nonconformance.CasePage;
import stemma.nonconformance.Cases;
import stemma.nonconformance.Complainant;
import stemma.signatures.Credentials;
import stemma.signatures.Signatures;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cases for programs: opened, entered in, asked for. What is signed is signed by a person. */
@RestController
class CaseApi {
    private final Cases cases;
    private final CaseWork work;

    CaseApi(Cases cases, Access access, Signatures signatures) {
        this.cases = cases;
        this.work = new CaseWork(cases, access, signatures);
    }

    /**
     * What an entry is sent with: the revision that was seen, and a password where it is signed.
     */
    record Sent(
            int revision, @Nullable String signer, @Nullable String password) {
        Credentials typed() {
            return new Credentials(signer == null ? "" : signer, password == null ? "" : password);
        }

        @Override
        public String toString() {
            return "Sent[" + revision + "]";
        }
    }

    @GetMapping("/api/v1/cases")
    Map<String, Object> list(Caller caller, CaseAsked asked) {
        CasePage page = cases.list(asked.query(caller));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", page.total());
        json.put("cases", page.cases().stream().map(CaseJson::of).toList());
        return json;
    }

    @GetMapping("/api/v1/cases/{number}")
    Map<String, Object> one(Caller caller, @PathVariable String number) {
        return whole(caller, cases.file(caller, number));
    }

    @PostMapping("/api/v1/cases")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> open(Caller caller, @RequestBody byte[] body) {
        ObjectNode sent = object(body);
        JsonNode who = sent.remove("complainant");
        Complainant complainant =
                who == null ? null : BodyJson.read(Complainant.class, CanonicalJson.bytes(who));
        CaseEntry.Opened said = BodyJson.read(CaseEntry.Opened.class, CanonicalJson.bytes(sent));
        return whole(caller, work.open(caller, said, complainant));
    }

    @PostMapping("/api/v1/cases/{number}/entries")
    Map<String, Object> enter(
            Caller caller, @PathVariable String number, @RequestBody byte[] body) {
        ObjectNode sent = object(body);
        ObjectNode how = sent.objectNode();
        for (String name : List.of("revision", "signer", "password")) {
            JsonNode value = sent.remove(name);
            if (value != null) how.set(name, value);
        }
        if (sent.has("signature"))
            throw new MalformedEvent("field_unknown", "signature", "A signature is made here.");
        Sent seen = BodyJson.read(Sent.class, CanonicalJson.bytes(how));
        CaseEntry entry = CaseJson.read(sent);
        return whole(caller, work.enter(caller, number, seen.revision(), entry, seen.typed()));
    }

    private static ObjectNode object(byte[] body) {
        if (CanonicalJson.read(body) instanceof ObjectNode object) return object;
        throw new MalformedEvent("field_invalid", "", "What is sent must be a JSON object");
    }

    private Map<String, Object> whole(Caller caller, CaseFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", CaseJson.of(file.head()));
        json.put("revision", file.revision());
        json.put("subjects", file.subjects().stream().map(BodyJson::write).toList());
        json.put("entries", file.entries().stream().map(CaseJson::of).toList());
        work.complainant(caller, file)
                .ifPresent(who -> json.put("complainant", BodyJson.write(who)));
        return json;
    }
}
