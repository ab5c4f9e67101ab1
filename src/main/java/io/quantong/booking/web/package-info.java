/** Pages and REST of bookings; both speak to the same facades. */
@NullMarked
package io.quantong.booking.web;

import org.jspecify.annotations.NullMarked;
