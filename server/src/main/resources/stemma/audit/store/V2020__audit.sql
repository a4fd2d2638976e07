CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO ${app};

-- By what the trail is searched; the entry itself, with before and after, is the journal's.
CREATE TABLE audit.trail (
    seq         bigint      NOT NULL PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    actor       text        COLLATE "C" NOT NULL,
    action      text        COLLATE "C" NOT NULL,
    subject     text        COLLATE "C" NOT NULL,
    refusal     text        COLLATE "C"
);
CREATE INDEX trail_subject ON audit.trail (subject, seq);
CREATE INDEX trail_actor ON audit.trail (actor, seq);
CREATE INDEX trail_moment ON audit.trail (recorded_at, seq);
CREATE INDEX trail_refusal ON audit.trail (seq) WHERE refusal IS NOT NULL;
GRANT SELECT, INSERT ON audit.trail TO ${app};
