/** Rules of style that a test enforces. */
@NullMarked
package io.quantong.tidy;

import org.jspecify.annotations.NullMarked;
