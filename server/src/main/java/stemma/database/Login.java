package stemma.database;

/** A role of the database with its password. */
public record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
