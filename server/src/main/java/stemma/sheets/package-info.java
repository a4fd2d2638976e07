/**
 * Tables as files: CSV and XLSX, read into rows of cells with their lines, and written in the same
 * shape. What a spreadsheet has made of a cell is told and never guessed back.
 */
@NullMarked
package stemma.sheets;

import org.jspecify.annotations.NullMarked;
