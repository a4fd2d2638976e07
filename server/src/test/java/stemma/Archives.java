package stemma;

import java.util.List;

/** Which tables an archive holds, for tests outside the root package. */
public final class Archives {
    public static final List<String> TABLES = Restore.TABLES;
    public static final List<String> ON_TOP = Restore.ON_TOP;
    public static final List<String> STATED = Restore.STATED;

    private Archives() {}
}
