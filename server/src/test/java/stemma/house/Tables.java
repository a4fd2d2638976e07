package stemma.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the SQL of a room, in code and migrations, and names each foreign table that it touches.
 */
final class Tables {
    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\b(from|join|into|update|table|references|only|on|using|nextval\\s*\\(\\s*'|copy"
                    + "|sequence|delete\\s+from)\\s+\"?([a-z_]+)\"?\\.\"?([a-z_]+)");

    private Tables() {}

    /** One mention of a table: by which room, of which, and whether as a foreign key. */
    record Mention(String reader, String room, String table, boolean isReference, Path path) {
        boolean isForeign() {
            return Rooms.isRoom(room) && !room.equals(reader);
        }

        /**
         * A foreign key may point down the bands, but never to events or balances. A room that
         * gives up a table hands its rows, once, to the room that keeps them from then on.
         */
        boolean isLawful() {
            if (!isForeign()) return true;
            if (!Rooms.mayRead(reader, room)) return false;
            return isReference
                    ? Rooms.band(room) < 4
                    : path.getFileName().toString().endsWith("__carried_over.sql");
        }
    }

    static List<Mention> mentions(List<Repository.Text> texts) {
        List<Mention> found = new ArrayList<>();
        for (Repository.Text text : texts)
            room(text.path()).ifPresent(room -> {
                if (text.ending().equals("sql")) found.addAll(inSql(room, text.content(), text));
                if (text.ending().equals("java")) {
                    Matcher strings = STRING.matcher(text.content());
                    while (strings.find()) found.addAll(inSql(room, strings.group(), text));
                }
            });
        return found;
    }

    static List<Mention> inSql(String reader, String sql, Repository.Text text) {
        String bare = sql.replaceAll("(?m)--.*$", "");
        List<Mention> found = new ArrayList<>();
        Matcher tables = TABLE.matcher(bare);
        while (tables.find())
            found.add(new Mention(
                    reader,
                    tables.group(2),
                    tables.group(3),
                    tables.group(1).equalsIgnoreCase("references"),
                    text.path()));
        return found;
    }

    /** The room of a source file: the folder after {@code stemma}. */
    static Optional<String> room(Path path) {
        for (int i = 0; i < path.getNameCount() - 2; i++)
            if (path.getName(i).toString().equals("stemma"))
                return Optional.of(path.getName(i + 1).toString()).filter(Rooms::isRoom);
        return Optional.empty();
    }
}
