package stemma.shell;

import java.util.Arrays;
import java.util.List;

/** The navigation entries that one room contributes. */
public record Navigation(List<NavigationEntry> entries) {
    public Navigation {
        entries = List.copyOf(entries);
    }

    public static Navigation of(NavigationEntry... entries) {
        return new Navigation(Arrays.asList(entries));
    }
}
