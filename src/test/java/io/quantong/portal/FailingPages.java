package io.quantong.portal;

import io.quantong.kernel.Allow;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refusal;
import io.quantong.kernel.Refused;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Handlers that fail in every way there is. Part of the tests only. */
@Controller
@Hidden
class FailingPages {

  /** Refuses in the way asked for. */
  @Allow(everyone = true)
  @GetMapping({"/test/refuse/{kind}", "/api/v1/test/refuse/{kind}"})
  String look(@PathVariable Refusal.Kind kind) {
    throw new Refused(List.of(new Example(kind), new Example(Refusal.Kind.INVALID)));
  }

  /** Refuses in the way asked for. */
  @Allow(everyone = true)
  @PostMapping({"/test/refuse/{kind}", "/api/v1/test/refuse/{kind}"})
  String act(@PathVariable Refusal.Kind kind) {
    throw new Refused(List.of(new Example(kind), new Example(Refusal.Kind.INVALID)));
  }

  /** Fails in the way asked for. */
  @Allow(everyone = true)
  @GetMapping({"/test/fail/{how}", "/api/v1/test/fail/{how}"})
  String fail(@PathVariable String how) {
    throw switch (how) {
      case "transaction" -> new CannotCreateTransactionException("no connection");
      case "slow" -> new QueryTimeoutException("too slow");
      case "large" -> new MaxUploadSizeExceededException(1);
      case "unknown" -> new NoSuchElementException("secret words");
      default -> new IllegalStateException("secret words");
    };
  }

  /** Wants values of certain kinds. */
  @Allow(everyone = true)
  @PostMapping("/test/typed")
  ResponseEntity<String> typed(
      @RequestParam @Nullable Money amount,
      @RequestParam @Nullable LocalDate day,
      @RequestParam String name) {
    return ResponseEntity.ok(amount + " " + day + " " + name);
  }

  private record Example(Kind kind) implements Refusal {
    @Override
    public String code() {
      return "gallery.refusal.AMOUNT";
    }

    @Override
    public @Nullable String field() {
      return "amount";
    }
  }
}
