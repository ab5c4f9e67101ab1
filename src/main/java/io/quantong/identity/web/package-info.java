/** Pages and REST handlers of organisations and people. */
@NullMarked
package io.quantong.identity.web;

import org.jspecify.annotations.NullMarked;
