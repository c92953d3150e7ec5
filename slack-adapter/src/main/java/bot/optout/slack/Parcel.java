package bot.optout.slack;

import bot.optout.Outgoing;

/** A message on its way: what is said, where, and in which workspace. */
record Parcel(Outgoing.Say say, SlackRoute route, Workspace workspace) {
  /** The same, to where it goes if it is not shown in a view of ours. */
  Parcel withoutView() {
    return new Parcel(say, route.withoutView(), workspace);
  }

  String person() {
    return say.address().person();
  }

  @Override
  public String toString() {
    return "Parcel";
  }
}
