/** Pages and REST of publicnotice. */
@NullMarked
package io.quantong.publicnotice.web;

import org.jspecify.annotations.NullMarked;
