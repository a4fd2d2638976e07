/** The SQL of genealogy: links by lot, by run, by vessel and by line, always as sets. */
@NullMarked
package stemma.genealogy.store;

import org.jspecify.annotations.NullMarked;
