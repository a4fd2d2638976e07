/**
 * The language of GS1 marks: what application identifiers hold, element strings with and without
 * brackets, Digital Links, the HIBC codes beside them, and what a scanner's text says before any
 * record is asked. Reads text and gives values or a named fault; knows no lot, no item and no
 * database.
 */
@NullMarked
package stemma.gs1;

import org.jspecify.annotations.NullMarked;
