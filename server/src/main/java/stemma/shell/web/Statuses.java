package stemma.shell.web;

import stemma.shell.Problem;

/** The problem that an HTTP status alone can tell. */
final class Statuses {
    private Statuses() {}

    static Problem of(int status) {
        return switch (status) {
            case 400, 505 -> Problem.of("bad_request", 400, "The request cannot be understood.");
            case 401 ->
                Problem.of("sign_in_first", 401, "Nobody is signed in.")
                        .advising("Sign in, then try again.");
            case 403 ->
                Problem.of("permission_missing", 403, "You are not allowed to do this.")
                        .advising("Ask your administrator for the role that this needs.");
            case 404 ->
                Problem.of("not_found", 404, "There is nothing at this address.")
                        .advising("Type the number you look for into the box above.");
            case 405 ->
                Problem.of("method_not_allowed", 405, "This cannot be done at this address.");
            case 406 ->
                Problem.of("not_acceptable", 406, "The answer does not exist in that form.");
            case 413 -> Problem.of("too_large", 413, "What was sent is larger than may be sent.");
            case 415 ->
                Problem.of("wrong_content_type", 415, "Content of this kind is not read here.");
            case 503 -> Problem.of("not_available", 503, "Stemma is not available right now.");
            default ->
                status >= 500
                        ? Problem.of("unexpected", 500, "Stemma met a fault of its own.")
                        : Problem.of("bad_request", status, "The request cannot be answered.");
        };
    }
}
