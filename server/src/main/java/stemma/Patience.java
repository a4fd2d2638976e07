package stemma;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AtOnce;

import javax.sql.DataSource;

/** Who asks waits for no statement longer than this, and is told that it was too broad. */
final class Patience {
    private Patience() {}

    static JdbcClient asked(DataSource app) {
        JdbcTemplate template = new JdbcTemplate(app);
        template.setQueryTimeout((int) AtOnce.PATIENCE.toSeconds());
        return JdbcClient.create(template);
    }
}
