package stemma.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a person or a program is told when something was refused (RFC 9457): a stable snake_case
 * code, the HTTP status, one plain sentence, what was not recorded and what to do; details name the
 * element and what would be right.
 */
public record Problem(
        String code,
        int status,
        String sentence,
        String notRecorded,
        String whatToDo,
        SequencedMap<String, String> details,
        Attempt attempt) {

    /** Whether the attempt stands in the audit trail, or is still to be put there. */
    public enum Attempt {
        UNKEPT,
        KEPT
    }

    /** What most refusals say of the record; literally true, for a refusal changes nothing. */
    public static final String NOTHING_RECORDED = "Nothing was recorded.";

    public Problem {
        details = new LinkedHashMap<>(details);
    }

    /** Returns a problem of which nothing was recorded and nothing more is known. */
    public static Problem of(String code, int status, String sentence) {
        return new Problem(
                code,
                status,
                sentence,
                NOTHING_RECORDED,
                "",
                new LinkedHashMap<>(),
                Attempt.UNKEPT);
    }

    /** Returns this problem with the advice what to do now, a whole sentence. */
    public Problem advising(String advice) {
        return new Problem(code, status, sentence, notRecorded, advice, details, attempt);
    }

    /** Returns this problem with its own sentence about what was not recorded. */
    public Problem notRecording(String what) {
        return new Problem(code, status, sentence, what, whatToDo, details, attempt);
    }

    /** Returns this problem with one more detail, such as {@code lot} and the lot's number. */
    public Problem with(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Problem(code, status, sentence, notRecorded, whatToDo, more, attempt);
    }

    /** Returns this problem as one whose attempt whoever refused it has put into the trail. */
    public Problem kept() {
        return new Problem(code, status, sentence, notRecorded, whatToDo, details, Attempt.KEPT);
    }

    /** Returns the short heading that belongs to the status. */
    public String title() {
        return switch (status) {
            case 400 -> "Not understood";
            case 401 -> "Please sign in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Not possible here";
            case 406, 415 -> "Wrong kind of content";
            case 409 -> "Refused";
            case 413 -> "Too large";
            case 422 -> "Please check the entry";
            case 429 -> "Please wait";
            case 503, 507 -> "Not yet recorded";
            default -> status >= 500 ? "Something broke" : "Refused";
        };
    }

    /** Returns the members of the RFC 9457 body, the reference number among them. */
    public Map<String, Object> body(String reference) {
        Map<String, Object> body = new LinkedHashMap<>(details);
        body.put("type", "urn:stemma:problem:" + code);
        body.put("title", title());
        body.put("status", status);
        body.put("detail", sentence);
        body.put("code", code);
        body.put("notRecorded", notRecorded);
        body.put("whatToDo", whatToDo);
        body.put("reference", reference);
        return body;
    }
}
