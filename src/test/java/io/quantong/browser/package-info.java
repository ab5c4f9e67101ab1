/** Tests through a real browser. */
@NullMarked
package io.quantong.browser;

import org.jspecify.annotations.NullMarked;
