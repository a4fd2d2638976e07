package stemma.documents;

/**
 * An event that stands under a document told for an order: order and document by normal code, what
 * the event is to the document, and its seq.
 */
public record UnderOrder(String order, String document, DocumentEntry.Part part, long seq) {}
