package io.quantong.provider;

/**
 * An entry began, changed its state or its account. Published in the transaction that does it, so
 * that read models stay in step.
 *
 * @param provider the entry as it now is
 */
public record ProviderChanged(Provider provider) {}
