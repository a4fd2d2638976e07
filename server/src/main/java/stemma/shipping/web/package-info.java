/** The pages of shipping and the same as JSON. */
@NullMarked
package stemma.shipping.web;

import org.jspecify.annotations.NullMarked;
