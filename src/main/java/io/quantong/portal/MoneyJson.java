package io.quantong.portal;

import io.quantong.kernel.Money;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Money in JSON is a string with two decimals, so that no program rounds it. */
@JacksonComponent
class MoneyJson {

  /** Writes {@code "12345.67"}. */
  static class Writer extends ValueSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator out, SerializationContext context) {
      out.writeString(money.plain());
    }
  }

  /** Reads {@code "12345.67"}. */
  static class Reader extends ValueDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser in, DeserializationContext context)
        throws JacksonException {
      String text = in.getValueAsString("");
      try {
        return Money.parse(text);
      } catch (NumberFormatException e) {
        return (Money) context.handleWeirdStringValue(Money.class, text, "no amount in yuan");
      }
    }
  }
}
