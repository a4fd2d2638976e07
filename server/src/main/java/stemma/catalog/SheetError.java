package stemma.catalog;

/**
 * One thing wrong with a sheet: the line of the file (1 is the headings), the column, the value
 * that stands there, a stable snake_case code and a plain sentence.
 */
public record SheetError(int line, String column, String value, String code, String sentence) {}
