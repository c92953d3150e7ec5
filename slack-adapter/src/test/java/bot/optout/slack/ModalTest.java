package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A draft in a modal, step by step. */
class ModalTest extends ConversationFixture {
  private void begin(String command) throws InterruptedException {
    ana.command(CHANNEL, command);
    settledModal();
  }

  private void press(String label) throws InterruptedException {
    ana.pressIn(ana.modal().orElseThrow(), label);
    settle();
  }

  private void submit(String text) throws InterruptedException {
    ana.submit(text);
    settle();
  }

  private boolean asks(String question) {
    return modal().contains(question);
  }

  @Test
  void a_letter_is_drafted_from_the_command_to_the_end() throws Exception {
    begin("draft");
    assertTrue(asks("Where do you live?"), this::modal);
    submit("France");
    assertTrue(asks("Which accounts is it about?"), this::modal);
    press("Instagram");
    press("That's all");
    assertTrue(asks("Do you want to give a reason?"), this::modal);
    press("No reason");
    submit("Camille");
    assertTrue(asks("Your e-mail?"), this::modal);
    submit("camille@example.org");
    submit("@camille");
    assertTrue(asks("Camille"), this::modal);
    assertTrue(asks("camille@example.org"), this::modal);
    assertEquals(List.of(), answers());
    press("Yes, give me the text");
    assertTrue(asks("Where it goes"), this::modal);
    assertTrue(asks("I have also put this into our direct messages."), this::modal);
    List<String> kept = answers().stream().map(FakeMessage::words).toList();
    assertEquals(6, kept.size(), kept::toString);
    assertTrue(answers().stream().allMatch(m -> m.channel().equals(ana.directChannel())));
    assertTrue(answers().stream().anyMatch(m -> m.file().isPresent()));
    assertEquals(List.of(), slack.refusals());
  }

  @Test
  void a_mistake_is_shown_at_its_field_and_nothing_typed_is_lost() throws Exception {
    begin("draft");
    FakeViews.Standing before = ana.modal().orElseThrow();
    submit("Atlantis");
    FakeViews.Standing after = ana.modal().orElseThrow();
    assertEquals(Map.of("field:country", "Atlantis"), after.typed());
    // The view is not replaced, so Slack keeps what stands in the field.
    assertEquals(before.view(), after.view());
    assertEquals(List.of("field:country"), List.copyOf(after.errors().keySet()));
    assertTrue(after.errors().toString().contains("country"), after.errors()::toString);
    submit("France");
    assertTrue(asks("Which accounts is it about?"), this::modal);
    assertEquals(Map.of(), ana.modal().orElseThrow().errors());
  }

  @Test
  void back_goes_one_step_back() throws Exception {
    begin("draft instagram france");
    assertTrue(asks("Do you want to give a reason?"), this::modal);
    press("Back");
    assertTrue(asks("Which accounts is it about?"), this::modal);
    press("Cancel");
    assertTrue(asks("Stopped."), this::modal);
  }

  @Test
  void a_modal_that_was_closed_loses_nothing() throws Exception {
    begin("draft instagram france");
    press("No reason");
    ana.closeModal();
    begin("draft");
    assertTrue(asks("Your name?"), this::modal);
    ana.closeModal();
    ana.say("Camille");
    settle();
    assertTrue(answers().get(0).words().startsWith("Your e-mail?"), answers()::toString);
  }

  @Test
  void a_modal_that_never_opens_is_made_up_for_in_the_direct_messages() throws Exception {
    slack.views().triggersExpire();
    ana.command(CHANNEL, "draft");
    slack.awaitAcknowledged();
    slack.await("not opened", () -> !slack.calls("views.open").isEmpty());
    for (int tries = 0; tries < 20 && answers().isEmpty(); tries++) {
      bot.runDue();
      clock.advance(Duration.ofSeconds(1));
    }
    assertTrue(answers().get(0).words().startsWith("Where do you live?"), answers()::toString);
  }

  @Test
  void a_form_that_is_sent_twice_is_one_answer() throws Exception {
    begin("draft");
    FakeViews.Standing modal = ana.modal().orElseThrow();
    ana.submit(modal, "France");
    settle();
    ana.submit(modal, "France");
    settle();
    assertTrue(asks("Which accounts is it about?"), this::modal);
    press("Instagram");
    assertTrue(asks("That's all"), this::modal);
    assertEquals(List.of(), answers());
  }

  @Test
  void a_question_in_the_middle_is_answered_above_the_open_one() throws Exception {
    begin("draft");
    submit("is it too late?");
    slack.await("both", () -> settled("Where do you live?"));
    assertTrue(asks("No."), this::modal);
    assertTrue(asks("Where do you live?"), this::modal);
    assertEquals(List.of(), answers());
  }

  private boolean settled(String question) {
    clock.advance(Duration.ofMillis(400));
    bot.runDue();
    return asks(question) && asks("No.");
  }

  @Test
  void what_is_said_in_between_leaves_the_page_and_what_was_typed() throws Exception {
    begin("draft");
    ana.submit("is it too late?");
    slack.await("said in between", () -> answeredInBetween());
    FakeViews.Standing standing = ana.modal().orElseThrow();
    // The rest of the answer has not left yet, and nothing is missing.
    assertEquals(1, slack.calls("views.update").size());
    assertTrue(asks("Where do you live?"), this::modal);
    assertEquals(Map.of("field:country", "is it too late?"), standing.typed());
    slack.await("the rest", () -> settled("Where do you live?"));
    assertEquals(2, slack.calls("views.update").size());
    assertEquals("is it too late?", ana.modal().orElseThrow().typed().get("field:country"));
    submit("France");
    assertTrue(asks("Which accounts is it about?"), this::modal);
    assertFalse(asks("No."), this::modal);
  }

  private boolean answeredInBetween() {
    bot.runDue();
    return asks("No.");
  }

  @Test
  void a_question_that_ends_leaves_no_field_behind() throws Exception {
    begin("draft");
    submit("cancel");
    assertTrue(asks("Stopped."), this::modal);
    assertFalse(ana.modal().orElseThrow().view().toString().contains("\"input\""), this::modal);
  }

  @Test
  void what_is_typed_can_neither_mention_nor_link() throws Exception {
    begin("draft instagram france");
    press("No reason");
    String naughty = "<!channel> <@U0BEN> <https://evil.example|Ana> *x*";
    submit(naughty);
    submit("a@b.example");
    submit("none");
    press("Yes, give me the text");
    for (FakeSlack.Call call : slack.calls()) {
      String wire = SlackJson.write(call.args());
      assertFalse(wire.contains("\"type\":\"mrkdwn\""), wire);
      Optional<String> text = SlackJson.text(call.args(), "text");
      assertFalse(text.filter(t -> t.contains("<")).isPresent(), wire);
    }
    assertTrue(answers().stream().anyMatch(m -> m.words().contains(naughty)));
  }

  @Test
  void private_metadata_stays_small() throws Exception {
    begin("draft");
    submit("France");
    for (String method : List.of("views.open", "views.update")) {
      slack
          .calls(method)
          .forEach(
              call -> {
                String kept =
                    SlackJson.object(call.args(), "view")
                        .flatMap(view -> SlackJson.text(view, "private_metadata"))
                        .orElse("");
                assertTrue(kept.length() <= 3_000);
              });
    }
  }

  @Test
  void a_reply_that_somebody_points_at_is_read_in_a_modal() throws Exception {
    ana.checkReply("We've reviewed your request and will honor your objection.");
    settledModal();
    assertFalse(modal().contains("One moment."), this::modal);
    assertEquals(List.of(), answers());
    assertEquals(List.of(), slack.refusals());
  }
}
