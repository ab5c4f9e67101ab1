package io.quantong.portal;

import io.quantong.identity.Identities;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** After the login: the choice of another person is forgotten, the page asked for is shown. */
@Component
class LoginSuccess implements AuthenticationSuccessHandler {

  private final LoginReturn returns;

  LoginSuccess(LoginReturn returns) {
    this.returns = returns;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws IOException {
    request.getSession().removeAttribute(Identities.CHOSEN_ORGANISATION);
    response.sendRedirect(returns.take(request));
  }
}
