package stemma.inquiry.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.identifiers.EventId;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Proving;
import stemma.journal.Checkpoint;
import stemma.journal.ConsistencyProof;
import stemma.journal.Copies;
import stemma.journal.EntryProof;
import stemma.journal.SealingTime;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Proofs of entries and of the log's growth, for programs and as files to keep. */
@RestController
class ProofPages {
    private final Proving proving;

    ProofPages(Inquiry inquiry) {
        this.proving = inquiry.proving();
    }

    @GetMapping("/api/v1/records/{id}/proof")
    Map<String, Object> proof(Caller caller, @PathVariable String id) {
        EntryProof proof = proving.prove(caller, uuid(id));
        return AnswerJson.map(
                "position",
                proof.inclusion().position(),
                "size",
                proof.inclusion().size(),
                "envelope",
                new String(proof.entry().envelope(), UTF_8),
                "body",
                new String(proof.entry().body(), UTF_8),
                "path",
                encoded(proof.inclusion().path()),
                "checkpoint",
                proof.checkpoint().note());
    }

    @GetMapping("/api/v1/checkpoint")
    Map<String, Object> checkpoint() {
        Checkpoint last = proving.last();
        return AnswerJson.map(
                "size", last.size(), "at", last.at().toString(), "checkpoint", last.note());
    }

    @GetMapping("/api/v1/keys")
    List<Map<String, Object>> keys() {
        return proving.keys().stream().map(ProofPages::key).toList();
    }

    private static Map<String, Object> key(SealingTime time) {
        return AnswerJson.map(
                "key",
                time.key().toString(),
                "from",
                time.begun().map(Checkpoint::size).orElse(null),
                "until",
                time.ended().map(Checkpoint::size).orElse(null),
                "handover",
                time.begun().map(Checkpoint::note).orElse(null));
    }

    /** The checkpoint that both keys signed, as a file that {@code bin/stemma verify} reads. */
    @GetMapping("/proven/handover-{size}.note")
    ResponseEntity<byte[]> handover(@PathVariable long size) {
        Checkpoint handover = proving.handover(size);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + Copies.handover(size) + "\"")
                .body(handover.note().getBytes(UTF_8));
    }

    @GetMapping("/api/v1/consistency")
    Map<String, Object> consistency(@RequestParam long smaller, @RequestParam long larger) {
        ConsistencyProof proof = proving.consistency(smaller, larger);
        return AnswerJson.map("smaller", smaller, "larger", larger, "path", encoded(proof.path()));
    }

    /** The proof as a text that {@code bin/stemma verify --proof} reads (verifier/README.md). */
    @GetMapping("/events/{id}/proof.txt")
    ResponseEntity<byte[]> file(Caller caller, @PathVariable String id) {
        EntryProof proof = proving.prove(caller, uuid(id));
        StringBuilder text = new StringBuilder("stemma proof 1\nposition ")
                .append(proof.inclusion().position())
                .append("\nsize ")
                .append(proof.inclusion().size())
                .append("\n");
        text.append(new String(proof.entry().envelope(), UTF_8)).append("\n");
        text.append(new String(proof.entry().body(), UTF_8)).append("\n");
        encoded(proof.inclusion().path()).forEach(hash -> text.append(hash).append("\n"));
        text.append("\n").append(proof.checkpoint().note());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"record-" + proof.inclusion().position()
                                + ".proof.txt\"")
                .body(text.toString().getBytes(UTF_8));
    }

    private static UUID uuid(String id) {
        return EventId.of(id).uuid();
    }

    private static List<String> encoded(List<byte[]> path) {
        return path.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
