/** The pages of the warehouse and the same as JSON. */
@NullMarked
package stemma.warehouse.web;

import org.jspecify.annotations.NullMarked;
