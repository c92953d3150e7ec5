package bot.optout.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The figures of one run; shares from 0 to 1, empty where the set has no such lines.
 *
 * @param accuracy lines in scope whose best candidate is right, before rejection
 * @param outOfScopeRecallAt95 lines out of scope rejected where 95 % of those in scope pass
 * @param inScopeCorrectAt95 lines in scope that pass there and are right
 * @param outOfScopeRecall lines out of scope below the engine's own line of acceptance
 * @param inScopeAccepted lines in scope that reach it
 */
record EvalReport(
    int n,
    OptionalDouble accuracy,
    OptionalDouble accuracyTop3,
    OptionalDouble auroc,
    OptionalDouble outOfScopeRecallAt95,
    OptionalDouble inScopeCorrectAt95,
    OptionalDouble outOfScopeRecall,
    OptionalDouble inScopeAccepted,
    double medianMs,
    double p95Ms) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double PRECISION = 1e4;

  String json() {
    ObjectNode node = JSON.createObjectNode().put("n", n);
    put(node, "accuracy", accuracy);
    put(node, "accuracy_top3", accuracyTop3);
    put(node, "auroc", auroc);
    put(node, "oos_recall_at_95", outOfScopeRecallAt95);
    put(node, "in_scope_correct_at_95", inScopeCorrectAt95);
    put(node, "oos_recall", outOfScopeRecall);
    put(node, "in_scope_accepted", inScopeAccepted);
    node.put("ms_p50", rounded(medianMs)).put("ms_p95", rounded(p95Ms));
    return node.toString();
  }

  String plain() {
    return String.join(
        System.lineSeparator(),
        "questions                            " + n,
        "right first                          " + percent(accuracy),
        "right among the first three          " + percent(accuracyTop3),
        "AUROC, in scope against out of scope " + percent(auroc),
        "at 95 % acceptance",
        "  out of scope rejected              " + percent(outOfScopeRecallAt95),
        "  in scope right                     " + percent(inScopeCorrectAt95),
        "by its own calibration",
        "  out of scope rejected              " + percent(outOfScopeRecall),
        "  in scope accepted                  " + percent(inScopeAccepted),
        String.format(
            Locale.ROOT,
            "a question                           %.1f ms, p95 %.1f ms",
            medianMs,
            p95Ms));
  }

  static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%5.1f %%", 100 * share.getAsDouble())
        : "    –";
  }

  private static void put(ObjectNode node, String field, OptionalDouble share) {
    if (share.isPresent()) {
      node.put(field, rounded(share.getAsDouble()));
    } else {
      node.putNull(field);
    }
  }

  private static double rounded(double number) {
    return Math.round(number * PRECISION) / PRECISION;
  }
}
