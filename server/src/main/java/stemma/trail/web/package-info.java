/** Pages and files of the trail. */
@NullMarked
package stemma.trail.web;

import org.jspecify.annotations.NullMarked;
