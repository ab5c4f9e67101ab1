package io.quantong.provider;

import io.quantong.document.Documents;
import io.quantong.kernel.Actor;
import io.quantong.provider.Application.Certificate;
import io.quantong.provider.Application.CertificateKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Good applications for tests. */
final class Applicants {

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final AtomicLong NUMBER = new AtomicLong(251_100_340_000L);

  private final Documents documents;
  private final LocalDate today;

  Applicants(Documents documents, LocalDate today) {
    this.documents = documents;
    this.today = today;
  }

  Application exempt(Actor manager) {
    return application(manager, ProviderKind.UNIVERSITY, List.of());
  }

  Application reviewed(Actor manager) {
    return application(
        manager, ProviderKind.TESTING_FIRM, List.of(certificate(manager, today.plusYears(1))));
  }

  Application application(Actor manager, ProviderKind kind, List<Certificate> certificates) {
    return new Application(
        kind,
        Objects.requireNonNullElse(manager.district(), "330602"),
        "浙江省绍兴市",
        new Provider.BankAccount("绍兴银行越城支行", "6222000011112222", manager.organisationName()),
        new Application.Contact("王联系", "13900001111"),
        certificates,
        true);
  }

  Certificate certificate(Actor manager, LocalDate until) {
    return new Certificate(
        CertificateKind.CMA, Long.toString(NUMBER.incrementAndGet()), until, file(manager));
  }

  UUID file(Actor manager) {
    return documents.store(manager, "cma.pdf", new ByteArrayInputStream(PDF)).id();
  }

  static byte[] pdf() {
    return PDF.clone();
  }
}
