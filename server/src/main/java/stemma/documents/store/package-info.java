/** The tables of documents, and the SQL that keeps and reads them. */
@NullMarked
package stemma.documents.store;

import org.jspecify.annotations.NullMarked;
