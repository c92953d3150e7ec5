package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms whose answer takes longer than they wait for it. */
class SlowModalTest extends ConversationFixture {
  @Override
  Duration forms() {
    return Duration.ofMillis(100);
  }

  @Test
  void while_everything_is_slow_the_form_waits_with_what_was_typed() throws Exception {
    ana.command(CHANNEL, "draft");
    settledModal();
    ana.submit("France");
    slack.awaitAcknowledged();
    FakeViews.Standing waiting = ana.modal().orElseThrow();
    assertTrue(modal().contains("One moment."), this::modal);
    assertTrue(waiting.view().toString().contains("field:country"), this::modal);
    passes();
    assertTrue(modal().contains("Which accounts is it about?"), this::modal);
    assertFalse(modal().contains("One moment."), this::modal);
  }

  @Test
  void an_answer_that_comes_after_the_modal_was_closed_goes_to_the_direct_messages()
      throws Exception {
    ana.command(CHANNEL, "draft");
    settledModal();
    FakeViews.Standing modal = ana.modal().orElseThrow();
    ana.submit(modal, "France");
    ana.closeModal();
    slack.awaitAcknowledged();
    passes();
    assertTrue(answers().get(0).words().contains("Which accounts"), answers()::toString);
    assertEquals(ana.directChannel(), answers().get(0).channel());
  }

  @Test
  void trouble_of_slacks_with_the_modal_is_waited_out() throws Exception {
    ana.command(CHANNEL, "draft");
    settledModal();
    slack.fault("views.update", new Fault.Refusal("internal_error"));
    ana.submit("France");
    slack.awaitAcknowledged();
    passes();
    passes();
    assertTrue(modal().contains("Which accounts is it about?"), this::modal);
    assertEquals(List.of(), answers());
  }

  /** Slack has to get the answer to the form first. */
  private void passes() {
    clock.advance(Duration.ofSeconds(3));
    bot.runDue();
  }
}
