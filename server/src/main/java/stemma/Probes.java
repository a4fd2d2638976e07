package stemma;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** Tells a supervisor whether the process lives, and whether it can record. */
@RestController
class Probes {
    private final Readiness readiness;

    Probes(Readiness readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/live")
    Map<String, String> live() {
        return Map.of("status", "live");
    }

    @GetMapping("/ready")
    ResponseEntity<Map<String, Object>> ready() {
        Readiness.State state = readiness.now();
        return ResponseEntity.status(state.wrong().isEmpty() ? 200 : 503).body(state.told());
    }
}
