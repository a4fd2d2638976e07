package stemma.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class WaitingPoolTest {

    @Test
    void a_connection_is_waited_for_while_the_database_is_busy() throws Exception {
        try (Database empty = TestDatabases.unmigrated();
                Database single = new Pools(1, 1, 1, WaitingPool.WHILE_AWAY)
                        .open(url(empty), TestDatabases.LOGINS);
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Connection only = single.app().getConnection();
            Future<Connection> waiting = hands.submit(() -> single.app().getConnection());
            long longer = WaitingPool.WHILE_AWAY.toMillis() + 500;
            assertThatThrownBy(() -> waiting.get(longer, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            only.close();
            try (Connection got = waiting.get()) {
                assertThat(got.isValid(1)).isTrue();
            }
        }
    }

    private static String url(Database database) {
        return ((HikariDataSource) database.owner()).getJdbcUrl();
    }
}
