package stemma.ledger;

import stemma.journal.Author;

import java.util.Arrays;

/** An event about to be written: its author, what the client's digest was, and what it does. */
public record Writing(Author author, byte[] digest, Candidate candidate) {
    private static final byte[] NONE = {};

    /** An event that the server added has no digest: nobody sent it. */
    static Writing of(Submission submission, Candidate candidate) {
        byte[] digest = submission.events().stream()
                .filter(e -> e.event().id().equals(candidate.event().id()))
                .map(Submitted::digest)
                .findFirst()
                .orElse(NONE);
        return new Writing(submission.author(), Arrays.copyOf(digest, digest.length), candidate);
    }
}
