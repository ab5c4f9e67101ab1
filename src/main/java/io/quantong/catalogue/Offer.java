package io.quantong.catalogue;

import io.quantong.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a firm can order (M7: content, process and price are stated).
 *
 * @param id identifier
 * @param providerId library entry of the owner
 * @param providerName for display
 * @param name Chinese name
 * @param nameEn English name
 * @param mode how it is used
 * @param basis what the price counts
 * @param unitPrice price of one unit now in force
 * @param content what is done (服务内容)
 * @param process how it goes (服务流程)
 * @param instrumentId the instrument whose time is booked; null for sample tests and services
 * @param orderable true when published, complete and the provider is admitted
 */
public record Offer(
    UUID id,
    UUID providerId,
    String providerName,
    String name,
    String nameEn,
    Mode mode,
    Basis basis,
    Money unitPrice,
    String content,
    String process,
    @Nullable UUID instrumentId,
    boolean orderable) {

  /** How an offer is used. */
  public enum Mode {
    /** 预约机时: a slot of the instrument is booked. */
    INSTRUMENT_TIME,
    /** 送样检测: a sample is sent. */
    SAMPLE_TEST,
    /** 技术服务: design, consulting, training. */
    SERVICE
  }

  /** What one unit of the price is. */
  public enum Basis {
    HOUR,
    SAMPLE,
    ITEM
  }
}
