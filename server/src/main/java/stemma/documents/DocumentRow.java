package stemma.documents;

/** An event under a document: what it is to it, its seq, and whether a correction ended it. */
public record DocumentRow(DocumentKey key, DocumentEntry.Part part, long seq, boolean isEnded) {
    /** Says whether it befell goods of every document of that code. */
    public boolean isOfAll() {
        return part == DocumentEntry.Part.BEFALLS && key.apart().isEmpty();
    }
}
