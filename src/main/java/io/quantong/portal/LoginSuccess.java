package io.quantong.portal;

import io.quantong.identity.Identities;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * After the login: the choice of another person is forgotten, the page asked for is shown. An
 * account that may do nothing here is told so on the page of the login.
 */
@Component
class LoginSuccess implements AuthenticationSuccessHandler {

  private final LoginReturn returns;
  private final Identities identities;
  private final FlashMapManager flashes = new SessionFlashMapManager();

  LoginSuccess(LoginReturn returns, Identities identities) {
    this.returns = returns;
    this.identities = identities;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws IOException {
    request.getSession().removeAttribute(Identities.CHOSEN_ORGANISATION);
    if (identities.memberships(login.getName()).isEmpty()) {
      response.sendRedirect(LoginReturn.LOGIN);
      return;
    }
    String page = returns.take(request);
    returns.takeForm(request).ifPresent(typed -> showAgain(page, typed, request, response));
    response.sendRedirect(page);
  }

  /** The form whose session had ended is shown as it was filled; sending it again is a decision. */
  private void showAgain(
      String page,
      Map<String, List<String>> typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    FlashMap form = new FlashMap();
    form.setTargetRequestPath(page.replaceFirst("\\?.*", ""));
    form.put(Forms.TYPED, typed);
    form.put("done", "login.restored");
    flashes.saveOutputFlashMap(form, request, response);
  }
}
