package stemma.database;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

import javax.sql.DataSource;

/**
 * What a database enforces by itself, a line a thing: who owns each table and who may do what with
 * it, constraints, indexes, triggers, functions, views and roles. Two databases of one version of
 * ours with the same names of roles have the same lines.
 */
public final class Structure {
    private static final String LINES = """
        WITH ours AS (
            SELECT oid, nspname, nspowner, nspacl FROM pg_namespace
             WHERE nspname NOT LIKE 'pg\\_%%' AND nspname <> 'information_schema'),
        rel AS (
            SELECT c.oid, c.relkind, c.relowner, c.relacl, c.relrowsecurity,
                   n.nspname || '.'
                       || regexp_replace(c.relname, '^entry_[0-9]{6}', 'entry_N') AS name
              FROM pg_class c JOIN ours n ON n.oid = c.relnamespace),
        who AS (
            SELECT relowner AS oid FROM rel
            UNION
            SELECT a.grantee FROM rel, aclexplode(rel.relacl) a)
        SELECT DISTINCT line COLLATE "C" AS line FROM (
            SELECT 'schema ' || nspname || ' of ' || nspowner::regrole || ' '
                   || %s AS line FROM ours
            UNION ALL
            SELECT 'table ' || name || ' of ' || relowner::regrole || ' '
                   || %s
                   || CASE WHEN relrowsecurity THEN ' row security' ELSE '' END
              FROM rel WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
            UNION ALL
            SELECT 'column ' || name || '.' || attname || ' '
                   || %s
              FROM rel JOIN pg_attribute ON attrelid = rel.oid WHERE attacl IS NOT NULL
            UNION ALL
            SELECT 'constraint ' || name || ' ' || contype::text || ' '
                   || pg_get_constraintdef(k.oid)
                   || CASE WHEN convalidated THEN '' ELSE ' not valid' END
              FROM rel JOIN pg_constraint k ON conrelid = rel.oid WHERE contype <> 'n'
            UNION ALL
            SELECT 'index ' || name || ' '
                   || CASE WHEN indisunique THEN 'unique ' ELSE '' END
                   || CASE WHEN indisvalid THEN '' ELSE 'invalid ' END
                   || regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', '')
              FROM rel JOIN pg_index ON indrelid = rel.oid
            UNION ALL
            SELECT 'trigger ' || name || ' ' || tgname || ' ' || tgenabled::text || ' '
                   || tgtype || ' ' || tgfoid::regproc
              FROM rel JOIN pg_trigger ON tgrelid = rel.oid WHERE NOT tgisinternal
            UNION ALL
            SELECT 'rule ' || name || ' ' || rulename || ' ' || md5(pg_get_ruledef(w.oid))
              FROM rel JOIN pg_rewrite w ON ev_class = rel.oid
            UNION ALL
            SELECT 'function ' || n.nspname || '.' || proname || ' of '
                   || proowner::regrole || ' ' || prosecdef || ' ' || md5(prosrc) || ' '
                   || %s
              FROM pg_proc JOIN ours n ON n.oid = pronamespace
            UNION ALL
            SELECT 'event trigger ' || evtname || ' ' || evtenabled::text
              FROM pg_event_trigger
            UNION ALL
            SELECT 'role ' || rolname || ' ' || rolsuper || ' ' || rolcreaterole || ' '
                   || rolcreatedb || ' ' || rolreplication || ' ' || rolbypassrls || ' in '
                   || coalesce((SELECT string_agg(m.roleid::regrole::text, ',' ORDER BY 1)
                                  FROM pg_auth_members m WHERE m.member = r.oid), '')
              FROM pg_roles r WHERE r.oid IN (SELECT oid FROM who)
        ) all_lines ORDER BY line
        """;

    private final JdbcClient owner;

    /** Reads as the owner, who sees every schema. */
    public Structure(DataSource owner) {
        this.owner = JdbcClient.create(owner);
    }

    /**
     * Returns the lines in their order. The partitions that the journal makes for itself while it
     * grows are told as one.
     */
    public List<String> lines() {
        return owner.sql(LINES.formatted(
                        grants('n', "nspacl", "nspowner"),
                        grants('r', "relacl", "relowner"),
                        grants('c', "attacl", "relowner"),
                        grants('f', "proacl", "proowner")))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Rights in the order of their names, whatever the order in which they were given. */
    private static String grants(char kind, String rights, String owner) {
        return """
            (SELECT string_agg(
                 a.grantee::regrole || '=' || a.privilege_type
                     || CASE WHEN a.is_grantable THEN '*' ELSE '' END,
                 ',' ORDER BY a.grantee::regrole::text COLLATE "C", a.privilege_type COLLATE "C")
               FROM aclexplode(coalesce(%s, acldefault('%s', %s))) a)\
            """.formatted(rights, kind, owner);
    }

    /** Returns by which migrations the tables were made; another text is another version. */
    public String version() {
        return owner.sql("""
            SELECT count(*) || ' ' || md5(string_agg(script || ' ' || coalesce(checksum, 0), ','
                                                     ORDER BY installed_rank))
              FROM house.schema_history
            """).query(String.class).single();
    }
}
