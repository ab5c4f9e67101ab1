package io.quantong.demo.city;

/**
 * A fictitious account.
 *
 * @param bank invented bank and branch
 * @param holder the provider's registered name
 * @param number 19 digits starting with 9999, which no bank issues
 */
public record BankAccount(String bank, String holder, String number) {}
