package stemma.picturing;

/** A line above a picture that stands alone: a word for what it says, and what it says. */
public record CaptionLine(String word, String text) {}
