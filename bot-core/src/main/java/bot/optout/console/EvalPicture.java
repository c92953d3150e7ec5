package bot.optout.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The risk–coverage curve as a picture; the dot is where the bot stands. */
record EvalPicture(List<EvalCurve.Point> points, EvalCurve.Point stands) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int MARGIN = 56;
  private static final double HIGHEST_RISK = 0.4;

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
        <title>Risk and coverage on the development questions</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        """
            .formatted(WIDTH, HEIGHT));
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      label(svg, x(tenth / 10.0), HEIGHT - MARGIN + 20, "middle", tenth * 10 + " %");
    }
    for (int percent = 0; percent <= 40; percent += 10) {
      double y = y(percent / 100.0);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
              MARGIN,
              WIDTH - MARGIN,
              y,
              y));
      label(svg, MARGIN - 8, y + 4, "end", percent + " %");
    }
    label(svg, WIDTH / 2.0, HEIGHT - 12, "middle", "questions answered, best score first");
    label(svg, MARGIN, MARGIN - 24, "start", "wrong among the answered");
    String line =
        points.stream()
            .map(it -> String.format(Locale.ROOT, "%.1f,%.1f", x(it.coverage()), y(it.risk())))
            .collect(Collectors.joining(" "));
    svg.append("<polyline fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"2\" points=\"")
        .append(line)
        .append("\"/>\n");
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#d1242f\"/>%n",
            x(stands.coverage()),
            y(stands.risk())));
    label(svg, x(stands.coverage()) + 9, y(stands.risk()) - 8, "start", "answered at once");
    return svg.append("</svg>\n").toString();
  }

  private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            text));
  }

  private static double x(double coverage) {
    return MARGIN + coverage * (WIDTH - 2 * MARGIN);
  }

  private static double y(double risk) {
    return HEIGHT - MARGIN - Math.min(risk, HIGHEST_RISK) / HIGHEST_RISK * (HEIGHT - 2 * MARGIN);
  }
}
