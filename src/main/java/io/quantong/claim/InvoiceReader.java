package io.quantong.claim;

import io.quantong.kernel.Money;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fully digital electronic invoice (XML of the tax administration), so that nobody types
 * what the file says. Nothing outside the file is ever fetched.
 */
final class InvoiceReader {

  private static final String NUMBER = "InvoiceNumber";
  private static final String HEADER_NUMBER = "EIid";
  private static final String ISSUED = "IssueTime";
  private static final String NET = "TotalAmWithoutTax";
  private static final String GROSS = "TotalTax-includedAmount";
  private static final String SELLER = "SellerName";
  private static final String BUYER = "BuyerName";
  private static final Set<String> WANTED =
      Set.of(NUMBER, HEADER_NUMBER, ISSUED, NET, GROSS, SELLER, BUYER);
  private static final int DAY = 10;

  private InvoiceReader() {}

  /** What the file states; empty when it is no electronic invoice in XML. */
  static Optional<Invoice> read(InputStream xml) {
    try {
      Map<String, String> found = values(xml);
      String number = found.getOrDefault(NUMBER, found.get(HEADER_NUMBER));
      return number == null ? Optional.empty() : Optional.of(invoice(number, found));
    } catch (XMLStreamException _) {
      return Optional.empty();
    }
  }

  private static Invoice invoice(String number, Map<String, String> found) {
    return new Invoice(
        number,
        day(found.get(ISSUED)),
        money(found.get(NET)),
        money(found.get(GROSS)),
        found.get(SELLER),
        found.get(BUYER),
        null);
  }

  /** The first value of each wanted element that holds text. */
  private static Map<String, String> values(InputStream xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(xml);
    Map<String, String> found = new HashMap<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && WANTED.contains(reader.getLocalName())) {
        String name = reader.getLocalName();
        String text = reader.getElementText().strip();
        if (!text.isEmpty()) {
          found.putIfAbsent(name, text);
        }
      }
    }
    return found;
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.length() < DAY ? null : LocalDate.parse(text.substring(0, DAY));
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static @Nullable Money money(@Nullable String text) {
    try {
      return text == null ? null : Money.parse(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
