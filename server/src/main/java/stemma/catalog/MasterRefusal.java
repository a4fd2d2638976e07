package stemma.catalog;

/**
 * Why one master cannot be as proposed: a stable snake_case code, the field on the wire, a plain
 * sentence, and what would be right.
 */
public record MasterRefusal(
        MasterKey key, String code, String field, String sentence, String whatToDo) {}
