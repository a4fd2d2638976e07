/** The pages of production and the same as JSON. */
@NullMarked
package stemma.production.web;

import org.jspecify.annotations.NullMarked;
