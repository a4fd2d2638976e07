package stemma.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

import stemma.shell.Frame;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;
import stemma.shell.SiteTime;
import stemma.shell.SittingEnd;
import stemma.shell.Viewer;
import stemma.shell.Viewers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** Makes the frame of one request from the entries of all rooms and the person signed in. */
final class Frames {
    private final Viewers viewers;
    private final List<NavigationEntry> entries;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Assets assets;
    private final SittingEnd sitting;

    Frames(
            Viewers viewers,
            List<Navigation> rooms,
            InstantSource clock,
            ZoneId zone,
            Assets assets,
            SittingEnd sitting) {
        this.viewers = viewers;
        this.entries =
                rooms.stream().flatMap(room -> room.entries().stream()).sorted().toList();
        this.clock = clock;
        this.zone = zone;
        this.assets = assets;
        this.sitting = sitting;
    }

    Frame around(HttpServletRequest request) {
        return around(request, clock.instant(), sitting);
    }

    /** The frame of what went wrong, for which the database is not asked: it may be just that. */
    Frame aroundProblem(HttpServletRequest request) {
        return around(request, InstantSource.system().instant(), SittingEnd.NONE);
    }

    private Frame around(HttpServletRequest request, Instant now, SittingEnd sitting) {
        Viewer viewer = viewers.current();
        List<NavigationEntry> open = entries.stream()
                .filter(entry -> viewer.rights().contains(entry.right()))
                .toList();
        return new Frame(
                viewer,
                open,
                path(request),
                path(request).equals("/find") ? text(request.getParameter("q")) : "",
                now,
                new SiteTime(zone),
                said(request),
                formToken(request),
                sitting,
                assets::address);
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static String said(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        Object said = flash == null ? null : flash.get(SaidOnce.SAID);
        return said == null ? "" : said.toString();
    }

    private static String formToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
