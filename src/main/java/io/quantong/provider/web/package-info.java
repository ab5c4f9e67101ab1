/** Pages and REST handlers of the provider library. */
@NullMarked
package io.quantong.provider.web;

import org.jspecify.annotations.NullMarked;
