package stemma.demo;

import java.util.List;

/**
 * What there is after the story is told: how many events, the sign-in of each person, and the
 * integrator's token.
 */
public record Told(int events, List<SignIn> signIns, String token) {
    public Told {
        signIns = List.copyOf(signIns);
    }
}
