package stemma.access;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

import stemma.shell.Refused;

/** Says with which code something was refused. */
public final class Refusals {
    private Refusals() {}

    public static String code(Executable act) {
        return assertThrows(Refused.class, act).problem().code();
    }
}
