package stemma.database;

/** The three roles under which one database is opened; they may be the same. */
public record Logins(Login app, Login owner, Login sealer) {}
