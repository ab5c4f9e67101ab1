/** Pages and interface of the rules and of the working-day calendar. */
@NullMarked
package io.quantong.policy.web;

import org.jspecify.annotations.NullMarked;
