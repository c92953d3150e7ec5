package bot.optout.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** The pages of the {@link AdminServer}. */
final class AdminPages extends Handler.Abstract {
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final List<Check> checks;
  private final Supplier<String> metrics;
  private final Supplier<List<String>> reload;

  AdminPages(List<Check> checks, Supplier<String> metrics, Supplier<List<String>> reload) {
    this.checks = checks;
    this.metrics = metrics;
    this.reload = reload;
  }

  private record Page(int status, String type, String text) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Page page = page(request.getMethod(), Request.getPathInContext(request));
    response.setStatus(page.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, BufferUtil.toBuffer(page.text() + "\n", StandardCharsets.UTF_8), callback);
    return true;
  }

  private Page page(String method, String path) {
    return switch (path) {
      case "/livez" -> new Page(HttpStatus.OK_200, PLAIN, "ok");
      case "/readyz" -> ready();
      case "/metrics" -> new Page(HttpStatus.OK_200, PROMETHEUS, metrics.get().stripTrailing());
      case "/reload" -> reloaded(method);
      default -> new Page(HttpStatus.NOT_FOUND_404, PLAIN, "not found");
    };
  }

  /** It changes something, so it has to be asked for as such. */
  private Page reloaded(String method) {
    if (!HttpMethod.POST.is(method)) {
      return new Page(HttpStatus.METHOD_NOT_ALLOWED_405, PLAIN, "POST it");
    }
    List<String> faults = reload.get();
    return faults.isEmpty()
        ? new Page(HttpStatus.OK_200, PLAIN, "ok")
        : new Page(HttpStatus.CONFLICT_409, PLAIN, String.join("\n", faults));
  }

  private Page ready() {
    List<Check.Result> results = checks.stream().map(Check::result).toList();
    String failed =
        results.stream()
            .filter(result -> !result.holds())
            .map(Check.Result::name)
            .collect(Collectors.joining(", "));
    String lines =
        results.stream().map(result -> "\n" + result.line()).collect(Collectors.joining());
    return failed.isEmpty()
        ? new Page(HttpStatus.OK_200, PLAIN, "ok" + lines)
        : new Page(HttpStatus.SERVICE_UNAVAILABLE_503, PLAIN, "failed: " + failed + lines);
  }
}
