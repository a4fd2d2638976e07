package stemma;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

import stemma.database.DiskRoom;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Set;

/**
 * Takes nothing in while the disk is nearly full, well before PostgreSQL would stop for want of
 * room; what is recorded can still be asked for, and people can still sign in to ask.
 */
final class DiskGate implements HandlerInterceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> DOORS = Set.of("/sign-in", "/sign-out");

    private final DiskRoom disk;

    DiskGate(DiskRoom disk) {
        this.disk = disk;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean records =
                !READING.contains(request.getMethod()) && !DOORS.contains(request.getRequestURI());
        if (records && disk.isLow()) throw new Refused(nearlyFull());
        return true;
    }

    private static Problem nearlyFull() {
        return Problem.of("not_yet_recorded", 507, "The disk of the server is nearly full.")
                .notRecording("What you sent is not yet recorded.")
                .advising("Keep it, have room made, and send it again; sent twice, it still counts"
                        + " once.")
                .with("cause", "disk_nearly_full");
    }
}
