/** Pages and interface of vouchers. */
@NullMarked
package io.quantong.voucher.web;

import org.jspecify.annotations.NullMarked;
