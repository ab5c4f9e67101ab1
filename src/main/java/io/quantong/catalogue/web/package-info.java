/** Pages and REST of the catalogue; both speak to the same facades. */
@NullMarked
package io.quantong.catalogue.web;

import org.jspecify.annotations.NullMarked;
