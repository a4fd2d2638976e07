package stemma.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.io.IOException;

/**
 * Stops the reading of a body that is longer than any document may be, told or not told its length
 * before, and of one that is packed: what it unpacks to is known only when it is too late. Stopped
 * where it is read, so that who sends it is known by then.
 */
final class BodyLimit extends OncePerRequestFilter {
    /** As long as the longest JSON document. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request), response);
    }

    private static Refused tooLarge() {
        return new Refused(Problem.of(
                        "too_large", 413, "What was sent is larger than " + MOST_BYTES + " bytes.")
                .advising("Send it in several requests."));
    }

    private static final class Limited extends HttpServletRequestWrapper {
        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            String packed = getHeader(HttpHeaders.CONTENT_ENCODING);
            if (packed != null && !packed.equalsIgnoreCase("identity")) {
                throw new Refused(Problem.of(
                                "content_packed",
                                415,
                                "A packed body (" + packed + ") is not read.")
                        .advising("Send it as it is, without Content-Encoding."));
            }
            if (getContentLengthLong() > MOST_BYTES) throw tooLarge();
            return new Counted(super.getInputStream());
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private long read;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        private int count(int now) {
            read += Math.max(0, now);
            if (read > MOST_BYTES) throw tooLarge();
            return now;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            if (next >= 0) count(1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return count(body.read(into, offset, length));
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
