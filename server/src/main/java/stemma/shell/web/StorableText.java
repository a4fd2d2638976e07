package stemma.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Map;

/**
 * Refuses a field of an address or a form that holds NUL: no text of the database can hold it, so
 * it can neither be found nor kept.
 */
final class StorableText implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            for (String value : field.getValue()) {
                int at = value.indexOf('\0');
                if (at < 0) continue;
                throw new Refused(Problem.of(
                                "illegal_character",
                                422,
                                "The field has the character U+0000 at position " + (at + 1) + ".")
                        .advising("Take the character out and send it again.")
                        .with("field", field.getKey()));
            }
        }
        return true;
    }
}
