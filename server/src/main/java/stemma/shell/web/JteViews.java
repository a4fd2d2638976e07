package stemma.shell.web;

import gg.jte.TemplateEngine;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Locale;

/** Finds the template that a controller names, such as {@code access/people}, or a redirect. */
final class JteViews implements ViewResolver, Ordered {
    private static final String REDIRECT = "redirect:";
    private final TemplateEngine templates;
    private final Frames frames;

    JteViews(TemplateEngine templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) return seeOther(name.substring(REDIRECT.length()));
        String template = name + ".jte";
        return templates.hasTemplate(template) ? new JteView(templates, frames, template) : null;
    }

    private static View seeOther(String address) {
        RedirectView redirect = new RedirectView(address, true, false);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
