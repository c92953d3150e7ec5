package bot.optout.slack;

import bot.optout.conversation.Phrase;
import bot.optout.operation.HttpAnswer;
import bot.optout.operation.HttpCall;
import bot.optout.operation.HttpRoute;
import bot.optout.store.Installation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two pages by which a workspace installs the app. */
final class SlackInstall {
  /** As in the manifest; each with its reason there. */
  static final List<String> SCOPES =
      List.of(
          "app_mentions:read",
          "assistant:write",
          "chat:write",
          "commands",
          "files:write",
          "im:history",
          "im:write",
          "users:read");

  private static final Logger LOG = LoggerFactory.getLogger(SlackInstall.class);
  private static final String AUTHORIZE = "https://slack.com/oauth/v2/authorize";
  private static final String COOKIE = "optout_install";

  private final SlackOAuth oauth;
  private final InstallState state;
  private final SlackClient client;
  private final Tokens tokens;
  private final Consumer<Installation> installed;
  private final SlackWords words;

  SlackInstall(
      SlackOAuth oauth,
      InstallState state,
      SlackClient client,
      Tokens tokens,
      Consumer<Installation> installed,
      SlackWords words) {
    this.oauth = oauth;
    this.state = state;
    this.client = client;
    this.tokens = tokens;
    this.installed = installed;
    this.words = words;
  }

  List<HttpRoute> routes() {
    return List.of(
        new HttpRoute("GET", "/slack/install", call -> begin()),
        new HttpRoute("GET", "/slack/oauth_redirect", this::end));
  }

  private HttpAnswer begin() {
    String issued = state.issue();
    String address =
        AUTHORIZE
            + "?client_id="
            + encoded(oauth.clientId())
            + "&scope="
            + encoded(String.join(",", SCOPES))
            + "&redirect_uri="
            + encoded(oauth.redirectUrl())
            + "&state="
            + encoded(issued);
    String cookie =
        COOKIE
            + "="
            + issued
            + "; Path=/slack; Max-Age="
            + InstallState.AGE.toSeconds()
            + "; Secure; HttpOnly; SameSite=Lax";
    return new HttpAnswer(302, Map.of("Location", address, "Set-Cookie", cookie), "");
  }

  private HttpAnswer end(HttpCall call) {
    Map<String, String> query = SlackPayload.fields(call.query());
    Optional<String> code = Optional.ofNullable(query.get("code")).filter(c -> !c.isEmpty());
    if (code.isEmpty() || !state.isGood(Optional.ofNullable(query.get("state")), kept(call))) {
      return page(400, Phrase.NOT_INSTALLED, call);
    }
    SlackReply reply =
        client.exchange(
            Map.of("code", code.get(), "redirect_uri", oauth.redirectUrl()),
            oauth.clientId(),
            oauth.clientSecret());
    Optional<Installation> installation =
        reply instanceof SlackReply.Done done ? tokens.installation(done.body()) : Optional.empty();
    if (installation.isEmpty()) {
      LOG.warn("An installation came to nothing: {}", reply);
      return page(400, Phrase.NOT_INSTALLED, call);
    }
    installed.accept(installation.get());
    LOG.info("A workspace installed the app");
    return page(200, Phrase.INSTALLED, call);
  }

  private HttpAnswer page(int status, Phrase phrase, HttpCall call) {
    Optional<String> language =
        call.header("Accept-Language").map(tags -> tags.split("[,;]", 2)[0].strip());
    return HttpAnswer.plain(status, words.say(language, phrase));
  }

  private static Optional<String> kept(HttpCall call) {
    return call.header("Cookie").stream()
        .flatMap(cookies -> Stream.of(cookies.split(";", -1)))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .map(cookie -> cookie.substring(COOKIE.length() + 1))
        .findFirst();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
