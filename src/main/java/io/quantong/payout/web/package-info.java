/** Pages and REST of payout. */
@NullMarked
package io.quantong.payout.web;

import org.jspecify.annotations.NullMarked;
