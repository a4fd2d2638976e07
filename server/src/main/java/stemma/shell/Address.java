package stemma.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a page that is found by a code. */
public final class Address {
    private Address() {}

    /** Returns the page of a code: in the path, or as a parameter where no path can carry it. */
    public static String of(String path, String code) {
        return isPlain(code) ? path + "/" + encoded(code) : path + "?code=" + encoded(code);
    }

    /** Tells whether a path can carry it: no slash, percent sign or semicolon, nor dots alone. */
    public static boolean isPlain(String code) {
        return code.chars().noneMatch(c -> "/\\%;".indexOf(c) >= 0) && !code.matches("\\.+");
    }

    /** Returns a code as a part of an address. */
    public static String encoded(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
