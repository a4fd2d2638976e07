package stemma.shell.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

import stemma.identifiers.MalformedIdentifier;
import stemma.quantity.MalformedQuantity;
import stemma.shell.Explains;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.core.JacksonException;

import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;

/** The one mapping from an exception to the problem it is; empty means a fault of the program. */
final class Explanations {
    private static final int DEEPEST_CAUSE = 12;
    private final List<Explains> rooms;

    Explanations(List<Explains> rooms) {
        this.rooms = List.copyOf(rooms);
    }

    Optional<Problem> of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            Optional<Problem> known = known(cause);
            if (known.isPresent()) return known;
            if (DatabaseAway.isShownBy(cause)) return Optional.of(away());
            if (cause instanceof SocketTimeoutException) return Optional.of(tooSlow());
            cause = cause.getCause();
        }
        return general(failure);
    }

    private Optional<Problem> known(Throwable cause) {
        return switch (cause) {
            case Refused refused -> Optional.of(refused.problem());
            case MalformedIdentifier malformed -> entry(malformed.code(), malformed.getMessage());
            case MalformedQuantity malformed -> entry(malformed.code(), malformed.getMessage());
            default ->
                rooms.stream().flatMap(room -> room.explain(cause).stream()).findFirst();
        };
    }

    private static Optional<Problem> entry(String code, @Nullable String message) {
        String why = message == null || message.isEmpty() ? "the entry cannot be read" : message;
        String sentence = Character.toUpperCase(why.charAt(0)) + why.substring(1);
        return Optional.of(
                Problem.of(code, 422, sentence.endsWith(".") ? sentence : sentence + "."));
    }

    private static Optional<Problem> general(Throwable failure) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> Optional.of(unreadable(unreadable));
            case MissingServletRequestParameterException missing ->
                Optional.of(Problem.of(
                        "field_missing",
                        422,
                        "The field " + missing.getParameterName() + " is missing."));
            case MethodArgumentTypeMismatchException mismatch ->
                Optional.of(Problem.of(
                        "field_malformed",
                        422,
                        "The field " + mismatch.getName() + " cannot be read."));
            case TypeMismatchException mismatch ->
                Optional.of(Problem.of("field_malformed", 422, "A field cannot be read."));
            case MaxUploadSizeExceededException tooLarge ->
                Optional.of(Problem.of("too_large", 413, "The file is larger than may be sent."));
            case MultipartException noFile -> Optional.of(Statuses.of(400));
            case QueryTimeoutException slow ->
                Optional.of(Problem.of("too_broad", 422, "The question took too long.")
                        .advising("Ask for a shorter time, or for fewer items."));
            case InvalidParameterException unreadable -> Optional.of(Statuses.of(400));
            case RequestRejectedException suspicious -> Optional.of(Statuses.of(400));
            case ErrorResponse standard ->
                Optional.of(Statuses.of(standard.getStatusCode().value()));
            default -> Optional.empty();
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        Problem problem = Problem.of("body_not_readable", 400, "What was sent cannot be read.");
        if (unreadable.getCause() instanceof JacksonException broken) {
            var where = broken.getLocation();
            if (where != null) {
                return problem.with("line", Integer.toString(where.getLineNr()))
                        .with("column", Integer.toString(where.getColumnNr()));
            }
        }
        return problem;
    }

    private static Problem tooSlow() {
        return Problem.of("too_slow", 408, "The rest of the request did not come in time.")
                .advising("Send it again under the same id.");
    }

    private static Problem away() {
        return Problem.of("not_yet_recorded", 503, "The database does not answer.")
                .notRecording("What you sent is not yet recorded.")
                .advising("Send it again in a moment; sent twice, it still counts once.");
    }
}
