package io.quantong.demo;

/**
 * One of the people a visitor of the demo may be.
 *
 * @param key stable short name: {@code firm}, {@code handler} …; message {@code demo.persona.<key>}
 *     says what the person comes to do
 * @param subject account at the identity provider, as enrolled
 */
public record Persona(String key, String subject) {}
