package stemma;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;

import javax.sql.DataSource;

/** Who asks waits for no statement longer than this, and is told that it was too broad. */
final class Patience {
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(5);

    private Patience() {}

    static JdbcClient asked(DataSource app) {
        JdbcTemplate template = new JdbcTemplate(app);
        template.setQueryTimeout((int) LONGEST_QUESTION.toSeconds());
        return JdbcClient.create(template);
    }
}
