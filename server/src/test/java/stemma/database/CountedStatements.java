package stemma.database;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** A data source that keeps every statement that is prepared through it, as it was written. */
public final class CountedStatements extends DelegatingDataSource {
    private final List<String> prepared = new ArrayList<>();

    public CountedStatements(DataSource source) {
        super(source);
    }

    /** Returns what was prepared since it was last asked. */
    public synchronized List<String> taken() {
        List<String> taken = List.copyOf(prepared);
        prepared.clear();
        return taken;
    }

    private synchronized void keep(String sql) {
        prepared.add(sql.replaceAll("\\s+", " ").strip());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, words) -> called(connection, method, words));
    }

    private Object called(Connection connection, Method method, Object[] words) throws Throwable {
        if (method.getName().equals("prepareStatement")) keep((String) words[0]);
        try {
            return method.invoke(connection, words);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
