package stemma.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.jspecify.annotations.Nullable;

/**
 * A response that tells once when it turns out to be a file to keep: at its header, and so before
 * its first byte, however it is then written. What is shown in the browser, as a print is, is no
 * file; printing keeps its own entries.
 */
final class ExportWatch extends HttpServletResponseWrapper {
    private final Runnable leaving;
    private boolean isTold;

    ExportWatch(HttpServletResponse response, Runnable leaving) {
        super(response);
        this.leaving = leaving;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        watch(name, value);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        watch(name, value);
        super.addHeader(name, value);
    }

    private void watch(String name, @Nullable String value) {
        if (isTold || value == null || !name.equalsIgnoreCase("Content-Disposition")) return;
        if (!value.startsWith("attachment")) return;
        isTold = true;
        leaving.run();
    }
}
