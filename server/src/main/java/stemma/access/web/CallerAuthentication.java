package stemma.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

import stemma.access.Caller;

import java.util.List;
import java.util.Optional;

/** A caller as Spring Security carries one through the request's thread. */
final class CallerAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;
    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.caller = caller;
        setAuthenticated(true);
    }

    /** Returns the caller of this thread's request, if anyone is signed in. */
    static Optional<Caller> current() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof CallerAuthentication signedIn
                ? Optional.of(signedIn.caller)
                : Optional.empty();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return caller.actor().code();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication same && same.caller.equals(caller);
    }

    @Override
    public int hashCode() {
        return List.of(caller).hashCode();
    }
}
