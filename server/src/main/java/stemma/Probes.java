package stemma;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Tells a supervisor whether the process lives, and whether it can record. */
@RestController
class Probes {
    private static final int PATIENCE_SECONDS = 3;
    private final World world;

    Probes(World world) {
        this.world = world;
    }

    @GetMapping("/live")
    Map<String, String> live() {
        return Map.of("status", "live");
    }

    @GetMapping("/ready")
    ResponseEntity<Map<String, String>> ready() {
        if (databaseAnswers()) return ResponseEntity.ok(Map.of("status", "ready"));
        return ResponseEntity.status(503)
                .body(Map.of("status", "waiting", "code", "database_unreachable"));
    }

    private boolean databaseAnswers() {
        try (Connection connection = world.database().app().getConnection()) {
            return connection.isValid(PATIENCE_SECONDS) && !connection.isReadOnly();
        } catch (SQLException away) {
            return false;
        }
    }
}
