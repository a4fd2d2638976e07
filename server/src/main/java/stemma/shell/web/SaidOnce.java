package stemma.shell.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.util.WebUtils;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Carries the flash attribute {@code said}, one sentence, over one redirect in a cookie, so that no
 * server session is needed for it.
 */
final class SaidOnce implements FlashMapManager {
    static final String SAID = "said";
    private static final String COOKIE = "stemma_said";
    private static final int LONGEST = 500;

    @Override
    public @Nullable FlashMap retrieveAndUpdate(
            HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty() || isPart(request)) return null;
        response.addCookie(cookie(request, "", 0));
        FlashMap flash = new FlashMap();
        flash.put(SAID, decoded(cookie.getValue()));
        return flash;
    }

    @Override
    public void saveOutputFlashMap(
            FlashMap flash, HttpServletRequest request, HttpServletResponse response) {
        Object said = flash.get(SAID);
        if (said == null) return;
        String sentence = said.toString();
        String kept = sentence.substring(0, Math.min(LONGEST, sentence.length()));
        response.addCookie(cookie(request, URLEncoder.encode(kept, StandardCharsets.UTF_8), 60));
    }

    /** A part swapped into a page, or a program's answer, shows no message and must not eat it. */
    private static boolean isPart(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getHeader("HX-Request") != null
                || path.startsWith("/static/")
                || path.startsWith("/webjars/")
                || path.startsWith("/api/");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException tampered) {
            return "";
        }
    }

    private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
