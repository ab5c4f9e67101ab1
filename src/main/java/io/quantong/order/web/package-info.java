/** Pages and REST of orders; both speak to the same facade. */
@NullMarked
package io.quantong.order.web;

import org.jspecify.annotations.NullMarked;
