package bot.optout.conversation;

import java.util.Optional;

/** A state about one case. */
sealed interface OneCaseState extends CaseState
    permits OnCase, AskingSent, AskingDay, AwaitingReply, ComplainingAbout, DeletingCase, Nudging {
  /** Of the case; there may be none any more. */
  String id();

  @Override
  default Optional<String> inHand() {
    return Optional.of(id());
  }
}
