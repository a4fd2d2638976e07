package stemma.printing;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Optional;

/**
 * How labels are to be printed: form, what on, how many of each (1 to 200, else
 * {@code copies_invalid}), and why again where they were printed before.
 */
public record PrintAsked(Format format, Media media, int copies, Optional<ReprintReason> reason) {
    /** The most copies of one label at once. */
    public static final int MOST = 200;

    public PrintAsked {
        if (copies < 1 || copies > MOST)
            throw new Refused(
                    Problem.of("copies_invalid", 422, "1 to " + MOST + " copies can be printed.")
                            .with("field", "copies"));
    }

    /** Asks for one copy of each as PDF, for the first time. */
    public static PrintAsked once(Media media) {
        return new PrintAsked(Format.PDF, media, 1, Optional.empty());
    }
}
