package io.quantong.demo.city;

import io.quantong.demo.city.CityOffer.Exclusion;
import java.util.List;

/**
 * What the data file says about a type beyond what is shown: ranges the generator draws from.
 *
 * @param type the public part
 * @param modelStem middle letters of the model
 * @param valueWan lowest and highest purchase price in 10,000 yuan; zeros for services
 * @param specs pattern; {@code {a/b}} is one of several
 * @param modes TIME, SAMPLE, BOTH or SERVICE
 * @param hourYuan usual price of an hour
 * @param unitYuan usual price of a sample or item
 * @param basis SAMPLE or ITEM
 * @param slotMinutes length of a slot
 * @param exclusion why vouchers cannot pay
 * @param content what is done
 */
record TypeSheet(
    InstrumentType type,
    String modelStem,
    List<Integer> valueWan,
    String specs,
    String modes,
    int hourYuan,
    int unitYuan,
    String basis,
    int slotMinutes,
    Exclusion exclusion,
    String content) {

  static TypeSheet of(Tsv.Row row) {
    InstrumentType type =
        new InstrumentType(
            row.text("code"),
            row.text("category"),
            row.text("name"),
            row.text("nameEn"),
            row.text("pinyinInitials"),
            row.list("keywords"),
            row.list("industries"),
            row.text("functions"),
            row.list("standards"),
            row.list("sampleTypes"));
    return new TypeSheet(
        type,
        row.text("modelStem"),
        row.list("valueWan").stream().map(Integer::valueOf).toList(),
        row.text("specs"),
        row.text("modes"),
        row.number("hourYuan"),
        row.number("unitYuan"),
        row.text("basis"),
        row.number("slotMinutes"),
        row.has("excluded") ? Exclusion.valueOf(row.text("excluded")) : Exclusion.NONE,
        row.text("content"));
  }

  boolean isService() {
    return modes.equals("SERVICE");
  }

  boolean sellsTime() {
    return modes.equals("TIME") || modes.equals("BOTH");
  }

  boolean sellsTests() {
    return modes.equals("SAMPLE") || modes.equals("BOTH");
  }
}
