package io.quantong.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantong.Clause;
import io.quantong.IntegrationTest;
import io.quantong.claim.ClaimWorld.Case;
import io.quantong.document.Documents;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An electronic invoice says everything itself: nobody types it again (M3). */
@IntegrationTest
@Clause("M3")
class InvoiceReaderTest {

  @Autowired ClaimWorld world;
  @Autowired Claims claims;
  @Autowired Documents documents;

  private static String xml(String number, String seller, String buyer, String gross) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <EInvoice><Header><EIid>%1$s</EIid></Header><EInvoiceData>
    <SellerInformation><SellerIdNum>91330602MA0000015K</SellerIdNum>
    <SellerName>%2$s</SellerName></SellerInformation>
    <BuyerInformation><BuyerName>%3$s</BuyerName></BuyerInformation>
    <BasicInformation><TotalAmWithoutTax>12830.19</TotalAmWithoutTax>
    <TotalTaxAm>769.81</TotalTaxAm>
    <TotalTax-includedAmount>%4$s</TotalTax-includedAmount></BasicInformation>
    </EInvoiceData><TaxSupervisionInfo><InvoiceNumber>%1$s</InvoiceNumber>
    <IssueTime>2026-11-20 10:30:00</IssueTime></TaxSupervisionInfo></EInvoice>
    """
        .formatted(number, seller, buyer, gross);
  }

  private static java.util.Optional<Invoice> read(String xml) {
    return InvoiceReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void every_part_of_an_electronic_invoice_is_read() {
    assertThat(read(xml("26332000000012345678", "甲检测中心", "乙公司", "13600.00")))
        .contains(
            new Invoice(
                "26332000000012345678",
                LocalDate.of(2026, 11, 20),
                Money.ofFen(1_283_019),
                Money.yuan(13_600),
                "甲检测中心",
                "乙公司",
                null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<EInvoice>",
        "<other/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><InvoiceNumber>&b;</InvoiceNumber>"
      })
  void what_is_no_invoice_states_nothing_and_fetches_nothing(String xml) {
    assertThat(read(xml)).isEmpty();
  }

  @Test
  void uploading_it_fills_the_claim_and_other_data_are_found() {
    Case it = world.draft();
    Claim.Parties parties = it.claim().parties();
    String number = String.valueOf(it.invoice().number());
    upload(it, xml(number, parties.providerName(), parties.beneficiaryName(), "13600.00"));
    Invoice filled = it.seenBy(it.finance()).invoice();
    assertThat(filled.number()).isEqualTo(number);
    assertThat(filled.issuedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(filled.gross()).isEqualTo(Money.yuan(13_600));
    it.submit(
        new Invoice(
            number,
            filled.issuedOn(),
            filled.net(),
            Money.yuan(13_500),
            filled.seller(),
            filled.buyer(),
            null));
    assertThat(it.seenBy(it.handler()).alerts())
        .extracting(Signal::rule)
        .contains(Signal.Rule.INVOICE_FILE);
    assertThat(it.claim().risk()).isEqualTo(Signal.Level.HIGH);
  }

  @Test
  void a_text_is_no_invoice() {
    Case it = world.draft();
    assertThatThrownBy(() -> upload(it, "发票"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("INVOICE_TYPE");
    assertThat(it.seenBy(it.finance()).invoice().documentId()).isNull();
  }

  private void upload(Case it, String xml) {
    var content = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    var file = documents.store(it.finance(), "发票.xml", content);
    claims.attach(it.finance(), it.id(), ClaimView.PaperKind.INVOICE, file.id());
  }
}
