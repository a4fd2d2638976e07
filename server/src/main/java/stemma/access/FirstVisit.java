package stemma.access;

import java.security.MessageDigest;

/**
 * The one-time token printed on the console when nobody exists yet; whoever types it on the first
 * visit becomes the administrator.
 */
public final class FirstVisit {
    private final String secret;

    FirstVisit(Secrets secrets) {
        this.secret = secrets.next("first-");
    }

    /** Returns the token, for the console and nothing else. */
    public String token() {
        return secret;
    }

    boolean isToken(String typed) {
        return MessageDigest.isEqual(Secrets.digest(typed.strip()), Secrets.digest(secret));
    }
}
