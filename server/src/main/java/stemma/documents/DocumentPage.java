package stemma.documents;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One page of documents, how many there are in all, and where the next page begins, if any. */
public record DocumentPage<D>(List<D> rows, long total, DocumentQuery.@Nullable Mark next) {
    public DocumentPage {
        rows = List.copyOf(rows);
    }
}
