package stemma.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.util.WebUtils;

import java.util.Optional;

/** The cookie that holds a session's secret; over TLS it is bound to this host by its name. */
final class SessionCookie {
    private SessionCookie() {}

    static Optional<String> secret(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name(request));
        return cookie == null || cookie.getValue().isEmpty()
                ? Optional.empty()
                : Optional.of(cookie.getValue());
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String secret) {
        response.addCookie(cookie(request, secret, -1));
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        Cookie cookie = new Cookie(name(request), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-stemma" : "stemma";
    }
}
