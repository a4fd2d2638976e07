package stemma.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The files of an archive by their names. */
public interface Members {
    Set<String> names();

    /** Opens a file that is among the names; whoever opens it closes it. */
    InputStream open(String name) throws IOException;
}
