package stemma.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * That the application, which anybody who finds a hole in it speaks through, may add to the record
 * and neither change nor delete what is in it, nor make itself somebody who may.
 */
public final class OnlyAdded implements Invariant {
    private final JdbcClient app;

    public OnlyAdded(DataSource app) {
        this.app = JdbcClient.create(app);
    }

    @Override
    public String word() {
        return "record_is_only_added_to";
    }

    @Override
    public String sentence() {
        return "The application has no right to change or delete an entry, a signature or a seal.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        app.sql("""
            SELECT t.name || ' may be changed: ' || p.act
              FROM unnest(ARRAY['journal.entry', 'journal.entry_key', 'journal.leaf',
                  'journal.tile', 'journal.checkpoint', 'journal.sealer_state', 'audit.trail',
                  'signatures.signature', 'ledger.event', 'ledger.touch', 'ledger.document',
                  'ledger.correction']) AS t (name),
                   unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES'])
                       AS p (act)
             WHERE has_table_privilege(t.name, p.act)
            UNION ALL
            SELECT c.oid::regclass || ' may be changed past journal.entry: ' || p.act
              FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid,
                   unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS p (act)
             WHERE i.inhparent = 'journal.entry'::regclass
               AND has_table_privilege(c.oid, p.act)
            UNION ALL
            SELECT 'role ' || rolname || ' is the application''s'
              FROM pg_roles r
             WHERE pg_has_role(r.oid, 'MEMBER')
               AND (rolname <> current_user OR rolsuper OR rolcreaterole OR rolbypassrls)
            """)
                .query(String.class)
                .list()
                .forEach(sentence -> findings.accept(Finding.of("right_too_many", sentence)));
        return Slice.end(1);
    }
}
