package bot.optout.console;

import bot.optout.console.LinkSight.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at one link after another: HEAD, then GET where HEAD is not enough; at most 5 redirects.
 */
final class LinkProbe {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MOST_REDIRECTS = 5;
  private static final String AGENT = "optout-bot-link-check";

  private final LinkRules rules;
  private final LinkPace pace;
  private final HttpClient http;
  private final Duration patience;
  private final Set<String> annoyed = new HashSet<>();

  LinkProbe(LinkRules rules, LinkPace pace, Duration patience) {
    this.rules = rules;
    this.pace = pace;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build();
  }

  LinkSight look(String link) throws InterruptedException {
    try {
      return follow(URI.create(link));
    } catch (IllegalArgumentException malformed) {
      return LinkSight.unclear("no plain web address");
    } catch (HttpTimeoutException late) {
      return LinkSight.unclear("no answer in " + patience.toSeconds() + " s");
    } catch (IOException broken) {
      return LinkSight.unclear("no connection (" + broken.getClass().getSimpleName() + ")");
    }
  }

  private LinkSight follow(URI link) throws IOException, InterruptedException {
    URI at = link;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Optional<LinkSight> objection = objection(at);
      if (objection.isPresent()) {
        return objection.get();
      }
      HttpResponse<?> response = answer(at);
      Optional<URI> next = response.headers().firstValue("Location").map(at::resolve);
      if (response.statusCode() / 100 != 3 || next.isEmpty()) {
        return sight(response, at, redirects > 0);
      }
      at = next.get();
    }
    return LinkSight.unclear("more than " + MOST_REDIRECTS + " redirects");
  }

  private Optional<LinkSight> objection(URI link) {
    return annoyed.contains(LinkRules.host(link))
        ? Optional.of(LinkSight.unclear("not tried: the host asked for less"))
        : rules.objection(link);
  }

  private HttpResponse<?> answer(URI link) throws IOException, InterruptedException {
    HttpResponse<?> head = send(link, "HEAD");
    int status = head.statusCode();
    return status < 400 || status == 429 ? head : send(link, "GET");
  }

  /** Only the head of the answer is read, whatever comes. */
  private HttpResponse<?> send(URI link, String method) throws IOException, InterruptedException {
    pace.beforeRequestTo(LinkRules.host(link));
    HttpRequest request =
        HttpRequest.newBuilder(link)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("User-Agent", AGENT)
            .timeout(patience)
            .build();
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    response.body().close();
    return response;
  }

  private LinkSight sight(HttpResponse<?> response, URI at, boolean moved) {
    int status = response.statusCode();
    if (status == 429) {
      annoyed.add(LinkRules.host(at));
    }
    String what = status + (moved ? " at " + at : "");
    if (status / 100 == 2) {
      return new LinkSight(Verdict.OK, what);
    }
    return new LinkSight(status == 404 || status == 410 ? Verdict.GONE : Verdict.UNCLEAR, what);
  }
}
