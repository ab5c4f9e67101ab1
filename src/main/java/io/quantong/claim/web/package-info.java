/** Pages and REST of claims; both speak to the same facade. */
@NullMarked
package io.quantong.claim.web;

import org.jspecify.annotations.NullMarked;
