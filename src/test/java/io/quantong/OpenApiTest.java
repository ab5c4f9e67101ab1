package io.quantong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface for programs is public, complete and checked in (M14). */
@IntegrationTest
@Clause("M14")
class OpenApiTest {

  private static final Path CHECKED_IN = Path.of("docs", "generated", "openapi.json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @Autowired MockMvc web;

  private JsonNode description = JSON.createObjectNode();

  @BeforeEach
  void read() throws Exception {
    String text = web.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString();
    description = JSON.readTree(text);
  }

  @Test
  void it_is_the_one_checked_in() throws IOException {
    String now = JSON.writeValueAsString(JSON.convertValue(description, Map.class)) + "\n";
    if (Boolean.getBoolean("generate")) {
      Files.createDirectories(CHECKED_IN.getParent());
      Files.writeString(CHECKED_IN, now);
    }
    String before = Files.exists(CHECKED_IN) ? Files.readString(CHECKED_IN) : "";
    assertThat(before.equals(now))
        .as("%s is current; write it by: mvn test -Dtest=OpenApiTest -Dgenerate=true", CHECKED_IN)
        .isTrue();
  }

  @Test
  void every_operation_has_a_summary_and_a_tag() {
    List<String> silent = new ArrayList<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (operation.getValue().path("summary").asString("").isBlank()
                              || operation.getValue().path("tags").isEmpty()) {
                            silent.add(operation.getKey() + " " + path.getKey());
                          }
                        }));
    assertThat(silent).isEmpty();
  }

  @Test
  void it_speaks_of_the_interface_only() {
    assertThat(description.path("paths").propertyNames())
        .isNotEmpty()
        .allMatch(p -> p.startsWith("/api/"));
  }

  @Test
  void money_is_a_string() {
    assertThat(description.path("components").path("schemas").has("Money")).isFalse();
  }
}
