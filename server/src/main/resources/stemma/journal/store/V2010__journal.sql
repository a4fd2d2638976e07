CREATE SCHEMA journal;
GRANT USAGE ON SCHEMA journal TO ${app}, ${sealer};

CREATE SEQUENCE journal.seq AS bigint;
GRANT USAGE, SELECT ON SEQUENCE journal.seq TO ${app};
GRANT SELECT ON SEQUENCE journal.seq TO ${sealer};

CREATE TABLE journal.entry (
    seq         bigint      NOT NULL PRIMARY KEY,
    kind        smallint    NOT NULL CHECK (kind IN (1, 2)),
    id          uuid        NOT NULL,
    txid        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    recorded_at timestamptz NOT NULL,
    envelope    bytea       NOT NULL,
    body        bytea       NOT NULL
) PARTITION BY RANGE (seq);
CREATE INDEX entry_txid ON journal.entry (txid);
CREATE TABLE journal.entry_beyond PARTITION OF journal.entry DEFAULT;

-- Makes the partition of the newest seq and the one after it, 16,777,216 entries each. It gives
-- up quietly where it would have to wait for a reader, and is called again at the next sealing.
CREATE FUNCTION journal.make_room() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET lock_timeout = '200ms'
AS $$
DECLARE
    width  CONSTANT bigint := 16777216;
    newest bigint;
    part   text;
    made   integer := 0;
BEGIN
    SELECT last_value / width INTO newest FROM journal.seq;
    FOR n IN newest .. newest + 1 LOOP
        part := 'entry_' || lpad(n::text, 6, '0');
        CONTINUE WHEN to_regclass('journal.' || part) IS NOT NULL;
        BEGIN
            EXECUTE format('CREATE TABLE journal.%I (LIKE journal.entry INCLUDING ALL)', part);
            EXECUTE format(
                'ALTER TABLE journal.entry ATTACH PARTITION journal.%I FOR VALUES FROM (%s) TO
                    (%s)',
                part, n * width, (n + 1) * width);
            made := made + 1;
        EXCEPTION WHEN lock_not_available OR check_violation THEN
            NULL;
        END;
    END LOOP;
    RETURN made;
END $$;
REVOKE ALL ON FUNCTION journal.make_room() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal.make_room() TO ${sealer};
SELECT journal.make_room();

-- One row per id for ever: the backstop of "one id, one effect".
CREATE TABLE journal.entry_key (
    id     uuid   NOT NULL PRIMARY KEY,
    seq    bigint NOT NULL,
    digest bytea  NOT NULL
);

-- The transaction id is not among the columns that the application may write.
GRANT SELECT, INSERT (seq, kind, id, recorded_at, envelope, body) ON journal.entry TO ${app};
GRANT SELECT, INSERT ON journal.entry_key TO ${app};
GRANT SELECT ON journal.entry TO ${sealer};

-- The Merkle log (RFC 6962). late: a higher seq has a lower position.
CREATE TABLE journal.leaf (
    position bigint  NOT NULL PRIMARY KEY CHECK (position >= 0),
    seq      bigint  NOT NULL UNIQUE,
    hash     bytea   NOT NULL CHECK (octet_length(hash) = 32),
    late     boolean NOT NULL
);
CREATE INDEX leaf_late ON journal.leaf (position) WHERE late;

-- The root of each complete subtree of 256^level leaves; number counts them from the left.
CREATE TABLE journal.tile (
    level  smallint NOT NULL CHECK (level > 0),
    number bigint   NOT NULL,
    hash   bytea    NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, number)
);

-- note: the whole signed text. last_seq: the greatest seq among the first size leaves.
CREATE TABLE journal.checkpoint (
    size      bigint      NOT NULL PRIMARY KEY CHECK (size > 0),
    root      bytea       NOT NULL CHECK (octet_length(root) = 32),
    last_seq  bigint      NOT NULL,
    at        timestamptz NOT NULL,
    note      text        NOT NULL
);
CREATE INDEX checkpoint_at ON journal.checkpoint (at);

-- Numbers below a sealed one that a transaction still running may yet bring.
CREATE TABLE journal.open_gap (
    first_seq bigint NOT NULL PRIMARY KEY,
    last_seq  bigint NOT NULL CHECK (last_seq >= first_seq),
    noted     xid8   NOT NULL
);

-- What the sealer has seen, and the roots that it extends; one row.
CREATE TABLE journal.sealer_state (
    only_row boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (only_row),
    snapshot pg_snapshot NOT NULL,
    size     bigint      NOT NULL,
    last_seq bigint      NOT NULL,
    frontier bytea       NOT NULL
);
INSERT INTO journal.sealer_state (snapshot, size, last_seq, frontier) VALUES ('1:1:', 0, 0, '');

GRANT SELECT ON journal.leaf, journal.tile, journal.checkpoint, journal.open_gap,
    journal.sealer_state TO ${app}, ${sealer};
GRANT INSERT ON journal.leaf, journal.tile, journal.checkpoint TO ${sealer};
GRANT INSERT, DELETE ON journal.open_gap TO ${sealer};
GRANT UPDATE ON journal.sealer_state TO ${sealer};
