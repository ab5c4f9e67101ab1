package io.quantong.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import io.quantong.browser.Browsers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody of the demo in a real browser. Every page reached is kept as pictures once, must be
 * accessible and must fit its screen.
 */
final class Stroller {

  private static final double PATIENCE_MILLIS = 40_000;

  private final Page page;
  private final String base;
  private final String walk;
  private final Set<String> looked = new HashSet<>();
  private final boolean scripts;

  /**
   * A visitor who has not logged in.
   *
   * @param walk names the pictures
   * @param scripts false when the browser runs no scripts; then nobody can ask for accessibility
   */
  Stroller(Page page, String base, String walk, boolean scripts) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MILLIS);
    this.base = base;
    this.walk = walk;
    this.scripts = scripts;
  }

  /** Chooses who to be. */
  Stroller as(String persona) {
    page.context().clearCookies();
    page.navigate(base + "/login");
    look();
    page.locator("button[name=persona][value='" + persona + "']").click();
    page.waitForURL(base + "/workbench");
    look();
    return this;
  }

  Stroller open(String path) {
    Response response = page.navigate(base + path);
    assertThat(response.status()).as(path).isEqualTo(200);
    look();
    return this;
  }

  /** Follows the first link of the page that begins so. */
  Stroller follow(String start) {
    page.locator("main a[href^='" + start + "']").first().click();
    settle();
    return this;
  }

  String path() {
    return page.url().substring(base.length());
  }

  /** The last part of the address. */
  UUID id() {
    String path = path().split("[?#]")[0];
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  boolean says(String words) {
    return page.locator("body").innerText().contains(words);
  }

  Page page() {
    return page;
  }

  Form form(String action) {
    return new Form(page.locator("form[action='" + action + "']").first());
  }

  private void settle() {
    page.waitForLoadState(LoadState.LOAD);
    look();
  }

  /** Looks at a kind of page the first time it is met, on a large and on a small screen. */
  private void look() {
    String kind = path().split("\\?")[0].replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    if (looked.add(kind + " " + page.locator("h1").first().innerText())) {
      String name = kind.equals("/") ? "home" : kind.substring(1).replace('/', '-');
      String picture = "%s/%02d-%s".formatted(walk, looked.size(), name);
      picture(picture + "-" + page.viewportSize().width);
      if (scripts) {
        Browsers.assertAccessible(page);
        page.setViewportSize(390, 844);
        picture(picture + "-390");
        page.setViewportSize(1440, 900);
      }
    }
  }

  private void picture(String name) {
    Browsers.picture(page, name);
    int wide = (Integer) page.locator("html").evaluate("e => e.scrollWidth - e.clientWidth");
    assertThat(wide).as("%s is wider than the screen by", name).isLessThanOrEqualTo(1);
  }

  /** A form on the page. */
  final class Form {
    private final Locator form;

    private Form(Locator form) {
      this.form = form;
    }

    Form fill(String name, Object value) {
      form.locator("[name='" + name + "']").first().fill(value.toString());
      return this;
    }

    Form tick(String name) {
      return choose(form.locator("input[type=checkbox][name='" + name + "']").first());
    }

    Form tick(String name, Object value) {
      return choose(form.locator("input[name='" + name + "'][value='" + value + "']"));
    }

    private Form choose(Locator box) {
      if (scripts) {
        box.check();
      } else if (!box.isChecked()) {
        box.focus();
        box.press("Space");
      }
      return this;
    }

    /** Adds a document; no two are alike. */
    Form pdf(String name, String fileName) {
      String text = "%PDF-1.4\n% " + UUID.randomUUID() + "\n%%EOF\n";
      form.locator("input[type=file][name='" + name + "']")
          .setInputFiles(
              new FilePayload(
                  fileName, "application/pdf", text.getBytes(StandardCharsets.US_ASCII)));
      return this;
    }

    /** The button that sends the form; the last one when the form has several. */
    Locator button() {
      return form.locator("button:not([type=button]):not([formaction])").last();
    }

    /** Lets the page say the new price, by the button for those without scripts. */
    void recalculate() {
      Locator again = form.locator("button[formaction='/order/new']:not([name])");
      if (again.first().isVisible()) {
        again.first().click();
        settle();
      }
    }

    /** By mouse; by keyboard where no scripts run. */
    private void press() {
      if (scripts) {
        button().click();
      } else {
        button().focus();
        button().press("Enter");
      }
    }

    Stroller send() {
      press();
      settle();
      assertThat(page.locator("[data-refused]").count())
          .as(() -> path() + ": " + page.locator("[data-refused]").allInnerTexts())
          .isZero();
      return Stroller.this;
    }
  }
}
