package io.quantong.catalogue;

/** Something that search shows is about to change. */
record CatalogueChanged() {}
