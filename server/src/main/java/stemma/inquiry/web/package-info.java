/** The pages, exports and JSON of the answers. */
@NullMarked
package stemma.inquiry.web;

import org.jspecify.annotations.NullMarked;
