/** 券通: innovation vouchers and shared instruments. Every package below is one module. */
@NullMarked
package io.quantong;

import org.jspecify.annotations.NullMarked;
