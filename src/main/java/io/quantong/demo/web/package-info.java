/** Pages of the demo. */
@NullMarked
package io.quantong.demo.web;

import org.jspecify.annotations.NullMarked;
