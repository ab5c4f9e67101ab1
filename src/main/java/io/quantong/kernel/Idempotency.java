package io.quantong.kernel;

import java.util.function.Supplier;

/** Makes a write happen once per key, across retries, double clicks and crashes. */
public interface Idempotency {

  /**
   * Runs the work in the caller's transaction unless the same actor did it under the same key; then
   * the first answer is returned and nothing is done. Key and answer are stored in the same
   * transaction as the work, so that both stand or neither.
   *
   * @param actor keys of one person never meet those of another
   * @param operation for instance {@code order.place}
   * @param key chosen by the caller
   * @param body everything that defines the request; compared by hash of its {@code toString()}, so
   *     pass records of values
   * @param work returns the identifier to answer with
   * @return the answer of the first run
   * @throws Refused when the key was used with another body
   */
  String once(Actor actor, String operation, RequestKey key, Object body, Supplier<String> work);
}
