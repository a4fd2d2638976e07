package stemma.journal;

/** One entry of an export: its final bytes, of which all else can be told. */
public record EntryBytes(byte[] envelope, byte[] body) {}
