/** The pages and addresses of quality. */
@NullMarked
package stemma.quality.web;

import org.jspecify.annotations.NullMarked;
