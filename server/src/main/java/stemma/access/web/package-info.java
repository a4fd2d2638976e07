/** Sign-in, the rule of every route, and the pages for people and for one's own account. */
@NullMarked
package stemma.access.web;

import org.jspecify.annotations.NullMarked;
