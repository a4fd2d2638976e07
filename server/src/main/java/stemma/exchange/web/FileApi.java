package stemma.exchange.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.exchange.DocumentFiles;

import java.util.LinkedHashMap;
import java.util.Map;

/** Documents from files for programs: the bytes of a CSV or XLSX file are the body. */
@RestController
class FileApi {
    private final DocumentFiles files;

    FileApi(DocumentFiles files) {
        this.files = files;
    }

    @PostMapping("/api/v1/files/{kind}")
    ResponseEntity<Map<String, Object>> take(
            Caller caller,
            @PathVariable String kind,
            @RequestParam(defaultValue = "check") String wish,
            @RequestParam(defaultValue = "") String because,
            @RequestBody byte[] file) {
        DocumentFiles.Sent.Wish meant = wish.equals("record")
                ? DocumentFiles.Sent.Wish.RECORD
                : DocumentFiles.Sent.Wish.CHECK;
        DocumentFiles.Result result = files.take(
                caller,
                new DocumentFiles.Sent(FilePages.kind(kind), file, meant, because),
                (_, _, _) -> {});
        return switch (result) {
            case DocumentFiles.Result.InOrder(int rows, int fresh, int standing) ->
                ResponseEntity.ok(counted("in_order", rows, fresh, standing));
            case DocumentFiles.Result.Recorded(int rows, int fresh, int standing) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(counted("recorded", rows, fresh, standing));
            case DocumentFiles.Result.Refused refused ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(told(refused));
        };
    }

    private static Map<String, Object> counted(String answer, int rows, int fresh, int standing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", answer);
        json.put("rows", rows);
        json.put("fresh", fresh);
        json.put("standing", standing);
        return json;
    }

    private static Map<String, Object> told(DocumentFiles.Result.Refused refused) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", "refused");
        json.put("notRecorded", "Nothing of the file was recorded.");
        json.put("errors", refused.errors());
        return json;
    }
}
