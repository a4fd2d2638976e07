package stemma.shell;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What stands around every page: the viewer and the navigation open to him, the path shown, the
 * text in the one box, the moment and the site's zone, a message said once, the token that forms
 * carry, until when the viewer signs by password alone, and the addresses of scripts and styles.
 */
public record Frame(
        Viewer viewer,
        List<NavigationEntry> navigation,
        String path,
        String query,
        Instant now,
        SiteTime time,
        String said,
        String formToken,
        SittingEnd sitting,
        UnaryOperator<String> assets) {

    public Frame {
        navigation = List.copyOf(navigation);
    }

    /** Returns the address of a static file, changed whenever its content changes. */
    public String asset(String file) {
        return assets.apply(file);
    }

    /** Tells whether the entry is the page shown or stands above it. */
    public boolean isCurrent(NavigationEntry entry) {
        if (entry.path().equals("/")) return path.equals("/");
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }

    /** Tells whether the navigation open to the viewer leads there. */
    public boolean leadsTo(String address) {
        return navigation.stream().anyMatch(entry -> entry.path().equals(address));
    }

    /** Tells whether the entry begins a new group of the navigation. */
    public boolean beginsGroup(int index) {
        if (index == 0) return true;
        return !navigation.get(index).group().equals(navigation.get(index - 1).group());
    }

    /** Tells whether the viewer holds the right, so that a page can leave a button out. */
    public boolean may(Right right) {
        return viewer.rights().contains(right);
    }
}
