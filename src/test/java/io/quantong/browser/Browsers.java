package io.quantong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * One headless Chromium for a test class. Without a browser on the machine the tests are left out
 * and say so; in continuous integration a missing browser is a failure.
 */
public final class Browsers implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final double PATIENCE_MILLIS = 10_000;

  private final Playwright playwright;
  private final Browser browser;

  private Browsers(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  /** Opens the browser or leaves the tests of the calling class out. */
  public static Browsers open() {
    Optional<Path> program = program();
    if (program.isEmpty() && System.getenv("CI") != null) {
      throw new AssertionError("No Chromium: install it or set QUANTONG_BROWSER");
    }
    Assumptions.assumeTrue(
        program.isPresent(),
        "No Chromium on this machine: the tests through a browser were left out");
    return new Browsers(program.orElseThrow());
  }

  private static Optional<Path> program() {
    return Stream.of(
            System.getProperty("quantong.browser", ""),
            System.getenv().getOrDefault("QUANTONG_BROWSER", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A page with cookies of its own, in Chinese, on a screen of the usual office size. */
  public Page page() {
    return page(1280, 900, true);
  }

  /**
   * A page with cookies of its own.
   *
   * @param width of the screen in pixels
   * @param height of the screen in pixels
   * @param javaScript false to see what works without
   */
  public Page page(int width, int height, boolean javaScript) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(javaScript)
                .setTimezoneId("Asia/Shanghai")
                .setLocale("zh-CN"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return context.newPage();
  }

  /** Keeps a picture of the whole page under {@code target/screenshots}. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  /** Fails with rule and place for every breach of WCAG 2.2 A and AA that a machine can see. */
  public static void assertAccessible(Page page) {
    List<String> found =
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .stream()
                .flatMap(
                    rule ->
                        rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                .toList();
    assertThat(found).as("accessibility of %s", page.url()).isEmpty();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
