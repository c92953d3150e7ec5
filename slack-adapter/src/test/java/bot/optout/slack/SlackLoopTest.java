package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Input;
import bot.optout.program.WayIn;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SlackLoopTest extends ListeningFixture {
  @Override
  RunningAdapter.Way way() {
    return RunningAdapter.Way.SOCKET;
  }

  private void awaitConnected() throws InterruptedException {
    slack.await("connected", adapter.health::isConnected);
  }

  @Test
  void what_people_do_is_taken_and_acknowledged_once() throws Exception {
    listen();
    awaitConnected();
    ada.say("is it too late?");
    ada.command("C1", "is it too late?");
    slack.awaitAcknowledged();
    assertEquals(
        Set.of("Said", "Commanded"),
        Set.copyOf(taken.stream().map(it -> it.input().toString()).toList()));
    assertEquals(List.of(), slack.sockets().complaints());
  }

  @Test
  void a_slow_store_makes_slack_repeat_itself_and_it_is_one_turn() throws Exception {
    CountDownLatch stored = new CountDownLatch(1);
    listen(
        incoming -> {
          await(stored);
          return take(incoming);
        });
    awaitConnected();
    String id = ada.say("hello");
    slack.await("sent again", () -> slack.sockets().deliveries(id) > 1);
    stored.countDown();
    slack.awaitAcknowledged();
    slack.await("all copies read", () -> offered.get() == slack.sockets().deliveries(id));
    assertEquals(1, taken.size());
    assertEquals(List.of(), slack.sockets().complaints());
  }

  @Test
  void one_slow_person_does_not_hold_up_the_others() throws Exception {
    CountDownLatch stored = new CountDownLatch(1);
    listen(
        incoming -> {
          if (incoming.address().person().equals("U1ADA")) {
            await(stored);
          }
          return take(incoming);
        });
    awaitConnected();
    ada.say("hello");
    List<String> others =
        List.of("U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9").stream()
            .filter(
                user -> Math.floorMod(user.hashCode(), 4) != Math.floorMod("U1ADA".hashCode(), 4))
            .toList();
    others.forEach(user -> new FakePerson(slack, user).say("hi"));
    slack.await("the others", () -> taken.size() == others.size());
    stored.countDown();
    slack.awaitAcknowledged();
  }

  @Test
  void what_a_person_says_stays_in_order() throws Exception {
    listen();
    awaitConnected();
    for (int i = 0; i < 200; i++) {
      ada.say("message " + i);
    }
    slack.awaitAcknowledged();
    for (int i = 0; i < 200; i++) {
      assertEquals(new Input.Said("message " + i), taken.get(i).input());
    }
  }

  @Test
  void what_cannot_be_stored_is_not_acknowledged_and_comes_again() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    listen(
        incoming -> {
          if (tries.incrementAndGet() == 1) {
            throw new StackOverflowError("even an Error");
          }
          return take(incoming);
        });
    awaitConnected();
    ada.say("hello");
    slack.awaitAcknowledged();
    assertEquals(1, taken.size());
    assertTrue(tries.get() >= 2);
  }

  @Test
  void unknown_things_are_acknowledged_and_ignored() throws Exception {
    listen();
    awaitConnected();
    JsonObject event = new JsonObject();
    event.addProperty("type", "something_of_2031");
    ada.event(event);
    ada.event(new JsonObject());
    JsonObject payload = new JsonObject();
    payload.addProperty("type", "holographic_submission");
    slack.sockets().deliver("interactive", payload, false);
    slack.sockets().deliver("events_api", new JsonObject(), false);
    slack.sockets().deliver("telepathy", payload, true);
    slack.sockets().say("{\"type\":\"weather\"}");
    slack.sockets().say("no json");
    slack.sockets().say("{\"no\":\"type\"}");
    slack.awaitAcknowledged();
    ada.say("still there?");
    slack.awaitAcknowledged();
    assertEquals(1, taken.size());
    assertEquals(List.of(), slack.sockets().complaints());
  }

  @Test
  void a_personal_command_is_answered_with_where_to_look() throws Exception {
    listen();
    awaitConnected();
    String inChannel = ada.command("C1", "mydata");
    slack.awaitAcknowledged();
    JsonObject payload =
        slack.sockets().acknowledgement(inChannel).orElseThrow().getAsJsonObject("payload");
    assertEquals(RunningAdapter.HINT, payload.get("text").getAsString());
    assertEquals("ephemeral", payload.get("response_type").getAsString());

    ada.say("hello");
    slack.awaitAcknowledged();
    String inDirectMessages = ada.command(ada.directChannel(), "mydata");
    slack.awaitAcknowledged();
    assertFalse(slack.sockets().acknowledgement(inDirectMessages).orElseThrow().has("payload"));
  }

  @Test
  void a_refresh_is_seamless() throws Exception {
    listen();
    awaitConnected();
    slack.sockets().disconnect("refresh_requested");
    slack.await("a second connection", () -> slack.sockets().connected() == 2);
    slack.await("the first is closed", () -> slack.sockets().connections() == 1);
    ada.say("hello");
    slack.awaitAcknowledged();
    assertEquals(1, taken.size());
  }

  @Test
  void a_cut_line_is_replaced_and_what_was_under_way_arrives() throws Exception {
    listen();
    awaitConnected();
    slack.sockets().cut();
    ada.say("into the gap");
    slack.awaitAcknowledged();
    assertEquals(1, taken.size());
    awaitConnected();
    assertEquals(2, slack.sockets().connected());
  }

  @Test
  void too_many_websockets_is_waited_out() throws Exception {
    slack.sockets().full(true);
    listen();
    slack.await("tried twice", () -> slack.calls("apps.connections.open").size() >= 2);
    assertFalse(adapter.health.isConnected());
    slack.sockets().full(false);
    awaitConnected();
  }

  @Test
  void an_unreachable_slack_is_tried_again() throws Exception {
    slack.fault("auth.test", new Fault.Status(503, 0));
    slack.fault("auth.test", new Fault.Reset());
    slack.fault("apps.connections.open", new Fault.Status(500, 0));
    slack.fault("apps.connections.open", new Fault.Status(429, 0));
    slack.fault("apps.connections.open", new Fault.Refusal("internal_error"));
    listen();
    awaitConnected();
    assertTrue(adapter.health.isTokenValid());
    assertEquals(3, slack.calls("auth.test").size());
    assertEquals(4, slack.calls("apps.connections.open").size());
  }

  @Test
  void revoked_tokens_end_the_loop() throws Exception {
    slack.revokeTokens();
    assertEquals(WayIn.End.REJECTED, listen().awaitEnding());
    assertFalse(adapter.health.isTokenValid());
  }

  @Test
  void tokens_revoked_later_end_it_at_the_next_connection() throws Exception {
    listen();
    awaitConnected();
    slack.revokeTokens();
    slack.sockets().disconnect("refresh_requested");
    assertEquals(WayIn.End.REJECTED, adapter.awaitEnding());
    assertFalse(adapter.health.isConnected());
  }

  @Test
  void after_the_end_nothing_connects_again() throws Exception {
    listen();
    awaitConnected();
    adapter.stop();
    slack.await("closed", () -> slack.sockets().connections() == 0);
    assertEquals(1, slack.calls("apps.connections.open").size());
    assertFalse(adapter.health.isConnected());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
