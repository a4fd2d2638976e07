package stemma.audit.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.audit.TrailQuery;
import stemma.identifiers.ActorId;
import stemma.journal.Entry;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** The columns by which the audit trail is searched. */
public final class TrailTable {
    private final JdbcClient database;

    public TrailTable(DataSource app) {
        this.database = JdbcClient.create(app);
    }

    public void add(
            Entry entry, ActorId actor, String action, String subject, @Nullable String refusal) {
        database.sql("""
                        INSERT INTO audit.trail (seq, recorded_at, actor, action, subject, refusal)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(entry.seq())
                .param(Timestamp.from(entry.recordedAt()))
                .param(actor.code())
                .param(action)
                .param(subject)
                .param(refusal)
                .update();
    }

    /** A line to be added, as columns. */
    public record Line(
            Entry entry,
            ActorId actor,
            String action,
            String subject,
            @Nullable String refusal) {

        /** Returns its columns as one text. */
        public String text() {
            return String.join(
                    "|",
                    entry.recordedAt().toString(),
                    actor.code(),
                    action,
                    subject,
                    refusal == null ? "" : refusal);
        }
    }

    /** Returns the lines of these numbers as texts, as far as there are any. */
    public Map<Long, String> texts(List<Long> seqs) {
        Map<Long, String> texts = new HashMap<>();
        database.sql("SELECT * FROM audit.trail WHERE seq = ANY (?::bigint[])")
                .param(seqs.toArray(Long[]::new))
                .query(row -> {
                    String refusal = row.getString("refusal");
                    texts.put(
                            row.getLong("seq"),
                            String.join(
                                    "|",
                                    row.getTimestamp("recorded_at").toInstant().toString(),
                                    row.getString("actor"),
                                    row.getString("action"),
                                    row.getString("subject"),
                                    refusal == null ? "" : refusal));
                });
        return texts;
    }

    /** Adds many lines at once. */
    public void addAll(List<Line> lines) {
        database.sql("""
                        INSERT INTO audit.trail (seq, recorded_at, actor, action, subject, refusal)
                        SELECT * FROM unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[],
                                             ?::text[], ?::text[])
                        """)
                .param(lines.stream().map(line -> line.entry().seq()).toArray(Long[]::new))
                .param(lines.stream()
                        .map(line -> Timestamp.from(line.entry().recordedAt()))
                        .toArray(Timestamp[]::new))
                .param(lines.stream().map(line -> line.actor().code()).toArray(String[]::new))
                .param(lines.stream().map(Line::action).toArray(String[]::new))
                .param(lines.stream().map(Line::subject).toArray(String[]::new))
                .param(lines.stream().map(Line::refusal).toArray(String[]::new))
                .update();
    }

    /** Returns the numbers of all changes of these subjects, newest first. */
    public List<Long> changes(Collection<String> subjects) {
        return database.sql("""
                        SELECT seq FROM audit.trail
                         WHERE subject = ANY (?::text[]) AND refusal IS NULL ORDER BY seq DESC
                        """)
                .param(subjects.toArray(String[]::new))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Returns the numbers of a page, newest first. */
    public List<Long> find(TrailQuery query) {
        return database.sql("""
                        SELECT seq FROM audit.trail
                         WHERE (:subject::text IS NULL OR subject = :subject)
                           AND (:actor::text IS NULL OR actor = :actor)
                           AND (:action::text IS NULL OR action = :action)
                           AND (:from::timestamptz IS NULL OR recorded_at >= :from)
                           AND (:to::timestamptz IS NULL OR recorded_at < :to)
                           AND (:before::bigint IS NULL OR seq < :before)
                           AND CASE :refusals WHEN 'ONLY' THEN refusal IS NOT NULL
                                              WHEN 'WITHOUT' THEN refusal IS NULL
                                              ELSE true END
                         ORDER BY seq DESC LIMIT :limit
                        """)
                .param("subject", query.subject().orElse(null))
                .param("actor", query.actor().map(ActorId::code).orElse(null))
                .param("action", query.action().orElse(null))
                .param("from", query.from().map(Timestamp::from).orElse(null))
                .param("to", query.to().map(Timestamp::from).orElse(null))
                .param("before", query.before().orElse(null))
                .param("refusals", query.refusals().name())
                .param("limit", query.limit())
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
