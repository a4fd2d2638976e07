package stemma;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import stemma.journal.Checked;
import stemma.journal.Journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells a supervisor whether the process lives, can record, and what it proves of the record. */
@RestController
class Probes {
    private final Readiness readiness;
    private final Journal journal;

    Probes(Readiness readiness, Journal journal) {
        this.readiness = readiness;
        this.journal = journal;
    }

    @GetMapping("/live")
    Map<String, String> live() {
        return Map.of("status", "live");
    }

    /** Says how each rule of the record was last proven; never what was found, only how much. */
    @GetMapping("/integrity")
    ResponseEntity<Map<String, Object>> integrity() {
        List<Map<String, Object>> rules = new ArrayList<>();
        long found = 0;
        for (Checked checked : journal.checked()) {
            found += checked.found();
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("rule", checked.word());
            rule.put("provenAt", checked.at().map(Instant::toString).orElse(""));
            rule.put("looked", checked.looked());
            rule.put("found", checked.found());
            rules.add(rule);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", found == 0 ? "holds" : "broken");
        told.put("found", found);
        told.put("rules", rules);
        return ResponseEntity.status(found == 0 ? 200 : 503).body(told);
    }

    @GetMapping("/ready")
    ResponseEntity<Map<String, Object>> ready() {
        Readiness.State state = readiness.now();
        return ResponseEntity.status(state.wrong().isEmpty() ? 200 : 503).body(state.told());
    }
}
