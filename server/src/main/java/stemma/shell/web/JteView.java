package stemma.shell.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Renders one template with the controller's model and the frame; nothing is sent if it fails. */
final class JteView implements View {
    private final TemplateEngine templates;
    private final Frames frames;
    private final String template;

    JteView(TemplateEngine templates, Frames frames, String template) {
        this.templates = templates;
        this.frames = frames;
        this.template = template;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, Object> values = new HashMap<>();
        if (model != null) values.putAll(model);
        values.put("frame", frames.around(request));
        Utf8ByteOutput page = new Utf8ByteOutput();
        templates.render(template, values, page);
        response.setContentType(getContentType());
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }
}
