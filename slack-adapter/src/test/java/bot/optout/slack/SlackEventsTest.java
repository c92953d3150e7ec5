package bot.optout.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.Address;
import bot.optout.Address.Audience;
import bot.optout.Incoming;
import bot.optout.Input;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackEventsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private final SlackEvents events = new SlackEvents(new SlackIdentity("T0FAKE", "U0BOT"), NOW);

  @Test
  void a_direct_message_is_said_in_plain_text() throws IOException {
    Incoming incoming = happened("message_im");
    assertEquals("Ev0A", incoming.dedupeKey());
    assertEquals(
        new Input.Said("is 1 < 2 && is meta.com asking @someone or #general?"), incoming.input());
    assertEquals(
        direct("U1ADA", SlackRoute.directMessages("D1ADA", Optional.empty())), incoming.address());
  }

  @Test
  void an_answer_in_a_thread_stays_there_and_is_the_same_conversation() throws IOException {
    Address address = happened("message_im_in_thread").address();
    assertEquals(SlackAddresses.DIRECT, address.chat());
    assertEquals(Optional.of("1795510800.000100"), route(address).thread());
  }

  @Test
  void a_changed_message_is_edited_by_its_author() throws IOException {
    Incoming incoming = happened("message_changed");
    assertEquals(new Input.Edited("I live in France"), incoming.input());
    assertEquals(
        direct("U1ADA", SlackRoute.directMessages("D1ADA", Optional.empty())), incoming.address());
  }

  @ParameterizedTest
  @ValueSource(strings = {"message_unfurled", "message_deleted", "message_own", "channel_join"})
  void what_no_person_says_to_us_is_ignored(String file) throws IOException {
    assertInstanceOf(Meaning.Ignored.class, events.read(payload(file)));
  }

  @Test
  void a_file_is_attached_unless_words_stand_next_to_it() throws IOException {
    assertEquals(new Input.Attached(Input.Kind.VOICE), happened("file_share").input());
    assertEquals(new Input.Said("what does this mean?"), happened("file_share_with_words").input());
  }

  @Test
  void a_mention_is_said_among_others_and_answered_in_its_thread() throws IOException {
    Incoming incoming = happened("app_mention");
    assertEquals(new Input.Said("is it too late?"), incoming.input());
    assertEquals(among("U1ADA", "C1", "1795510806.000100"), incoming.address());
    assertEquals(
        among("U1ADA", "C1", "1795510000.000100"), happened("app_mention_in_thread").address());
  }

  @Test
  void a_bare_mention_asks_for_the_menu() throws IOException {
    assertEquals(new Input.Commanded("start", ""), happened("app_mention_bare").input());
  }

  @Test
  void a_question_after_the_command_is_answered_to_the_person_alone() throws IOException {
    Meaning.Happened meaning = meaning("slash_command");
    Incoming incoming = meaning.incoming();
    assertEquals("command:13345224609.738474920.8088930838d88f008e0", incoming.dedupeKey());
    assertEquals(new Input.Commanded("ask", "is it too late?"), incoming.input());
    assertEquals(Audience.ALONE, incoming.address().audience());
    assertEquals("C1/alone", incoming.address().chat());
    SlackRoute route = route(incoming.address());
    assertTrue(route.ephemeral());
    assertEquals(Optional.of("https://hooks.slack.com/commands/T0FAKE/1/abc"), route.responseUrl());
    assertEquals(Optional.empty(), meaning.askedFrom());
  }

  @ParameterizedTest
  @CsvSource({
    "'', start, ''",
    "'  ', start, ''",
    "help, help, ''",
    "HELP, help, ''",
    "help me, help, me",
    "help me object to Instagram, ask, help me object to Instagram",
    "privacy, privacy, ''",
    "privacy policy changes when, ask, privacy policy changes when",
    "draft, draft, ''",
    "draft an objection for Instagram, draft, an objection for Instagram",
    "language de, language, de",
    "what about whatsapp, ask, what about whatsapp",
    "Draft?, ask, Draft?",
    "1 &lt; 2 &amp;amp;, ask, 1 < 2 &amp;"
  })
  void the_words_after_the_command_say_which_one_it_is(String text, String name, String argument)
      throws IOException {
    assertEquals(new Input.Commanded(name, argument), command(text, "C1").incoming().input());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mydata", "forget", "cases", "cancel"})
  void personal_commands_go_to_the_direct_messages(String text) throws IOException {
    Meaning.Happened meaning = command(text, "C1");
    assertEquals(
        direct("U1ADA", SlackRoute.directMessages("U1ADA", Optional.empty())),
        meaning.incoming().address());
    assertEquals(Optional.of("C1"), meaning.askedFrom());
  }

  @Test
  void a_draft_is_begun_in_a_modal_and_belongs_to_the_direct_messages() throws IOException {
    Meaning.Happened meaning = command("draft instagram", "C1");
    SlackRoute route = route(meaning.incoming().address());
    assertEquals(SlackAddresses.DIRECT, meaning.incoming().address().chat());
    assertEquals("U1ADA", route.channel());
    SlackRoute.View view = route.view().orElseThrow();
    assertEquals(Optional.of(NOW.toEpochMilli()), view.opened());
    assertEquals(
        Optional.of(new Meaning.Opening("13345224609.738474920.8088930838d88f008e0", view)),
        meaning.opens());
    assertEquals(Optional.empty(), command("draft", "D1ADA").opens());
  }

  @Test
  void a_form_is_said_as_it_was_typed_once_for_each_state_of_the_modal() throws IOException {
    Meaning.Happened meaning = meaning("view_submission");
    assertEquals(
        new Input.Said("<!channel> &amp; <https://evil.example|Ana>"), meaning.incoming().input());
    String key = meaning.incoming().dedupeKey();
    assertTrue(key.startsWith("view:m-1234:1795510820.aBcD:"), key);
    assertEquals(key, meaning("view_submission").incoming().dedupeKey());
    assertEquals("field:name", meaning.submits().orElseThrow().field());
    SlackRoute.View view = route(meaning.incoming().address()).view().orElseThrow();
    assertEquals("m-1234", view.id());
    assertEquals(Optional.empty(), view.opened());
  }

  @Test
  void a_button_in_a_modal_goes_on_there_and_one_in_the_home_opens_one() throws IOException {
    Meaning.Happened modal = meaning("block_actions_modal");
    assertEquals(new Input.Pressed("reason:none"), modal.incoming().input());
    assertEquals("m-1234", route(modal.incoming().address()).view().orElseThrow().id());
    assertEquals(Optional.empty(), modal.opens());

    Meaning.Happened home = meaning("block_actions_home");
    assertEquals(new Input.Pressed("privacy"), home.incoming().input());
    assertEquals("13345224612.738474920.99", home.opens().orElseThrow().trigger());
  }

  @Test
  void slacks_own_feedback_is_a_press_like_others() throws IOException {
    assertEquals(new Input.Pressed("down:too-late"), happened("block_actions_feedback").input());
  }

  @Test
  void an_answer_is_shared_in_the_channel_as_itself() throws IOException {
    Incoming shared = happened("block_actions_share");
    assertEquals(new Input.Pressed("entry:too-late"), shared.input());
    assertEquals(Audience.AMONG_OTHERS, shared.address().audience());
    assertEquals(SlackRoute.Reader.ALL_BY_ADDRESS, route(shared.address()).reader());
  }

  @Test
  void a_message_that_somebody_points_at_is_read_for_them_in_a_modal() throws IOException {
    Meaning.Happened meaning = meaning("message_action");
    assertEquals(
        new Input.Said("We've reviewed your request & will honor your objection."),
        meaning.incoming().input());
    assertEquals("U1ADA", meaning.incoming().address().person());
    assertTrue(meaning.opens().isPresent());
  }

  @Test
  void the_home_and_the_messages_tab_are_told_apart() throws IOException {
    Incoming home = happened("app_home_opened");
    assertEquals(new Input.Commanded("home", ""), home.input());
    assertTrue(route(home.address()).view().orElseThrow().isHome());
    Meaning.Arrived arrived =
        assertInstanceOf(Meaning.Arrived.class, events.read(payload("app_home_opened_messages")));
    assertEquals("D1ADA", arrived.channel());
  }

  @Test
  void the_stop_button_stops_the_answer_in_its_thread() throws IOException {
    Incoming stopped = happened("agent_session_stopped");
    assertEquals(new Input.Commanded(Input.STOP_ANSWER, ""), stopped.input());
    assertEquals(Optional.of("1782234671.392669"), route(stopped.address()).thread());
  }

  @Test
  void a_workspace_that_leaves_says_so_in_two_ways() throws IOException {
    assertEquals(
        new Meaning.Left("T0FAKE", 1_795_510_900), events.read(payload("app_uninstalled")));
    assertEquals(new Meaning.Left("T0FAKE", 1_795_510_900), events.read(payload("tokens_revoked")));
    JsonObject personal = payload("tokens_revoked");
    personal.getAsJsonObject("event").getAsJsonObject("tokens").remove("bot");
    assertInstanceOf(Meaning.Ignored.class, events.read(personal));
  }

  @Test
  void whose_it_is_stands_in_the_authorization_where_companies_share_a_channel()
      throws IOException {
    assertEquals(Optional.of("T0FAKE"), SlackPlace.of(payload("app_mention_shared_channel")));
    assertEquals(Optional.of("E0ORG"), SlackPlace.of(payload("app_mention_organisation")));
    assertEquals(Optional.of("T0FAKE"), SlackPlace.of(payload("view_submission")));
    assertTrue(SlackPlace.isGuest(payload("block_actions_guest")));
    assertFalse(SlackPlace.isGuest(payload("block_actions")));
    Meaning.Happened guest = meaning("block_actions_guest");
    assertTrue(guest.opens().isPresent());
  }

  @Test
  void a_command_typed_in_direct_messages_belongs_to_their_conversation() throws IOException {
    assertEquals(
        SlackAddresses.DIRECT, command("is it too late?", "D1ADA").incoming().address().chat());
  }

  @Test
  void a_button_is_pressed_where_it_stands() throws IOException {
    Incoming inDirect = happened("block_actions");
    assertEquals("action:13345224610.738474920.77:1795510811.123456", inDirect.dedupeKey());
    assertEquals(new Input.Pressed("country:FR"), inDirect.input());
    assertEquals(
        direct("U1ADA", SlackRoute.directMessages("D1ADA", Optional.empty())), inDirect.address());

    assertEquals(
        among("U2BOB", "C1", "1795510806.000100"), happened("block_actions_in_thread").address());

    Address ephemeral = happened("block_actions_ephemeral").address();
    assertEquals("C1/alone", ephemeral.chat());
    assertEquals(
        Optional.of("https://hooks.slack.com/actions/T0FAKE/4/jkl"),
        route(ephemeral).responseUrl());
  }

  @Test
  void what_is_personal_is_begun_in_the_direct_messages() throws IOException {
    Address there = direct("U2BOB", SlackRoute.directMessages("U2BOB", Optional.empty()));
    Incoming privately = happened("block_actions_private");
    assertEquals(new Input.Commanded("draft", ""), privately.input());
    assertEquals(there, privately.address());

    Incoming fromEphemeral = happened("block_actions_ephemeral_draft");
    assertEquals(new Input.Pressed("draft"), fromEphemeral.input());
    assertEquals(SlackAddresses.DIRECT, fromEphemeral.address().chat());
    assertFalse(route(fromEphemeral.address()).ephemeral());
  }

  @Test
  void every_field_may_be_missing() throws IOException {
    for (String file :
        new String[] {
          "message_im",
          "message_changed",
          "file_share",
          "app_mention",
          "slash_command",
          "block_actions",
          "block_actions_ephemeral",
          "block_actions_modal",
          "block_actions_home",
          "view_submission",
          "message_action",
          "app_home_opened",
          "agent_session_stopped",
          "app_uninstalled"
        }) {
      withoutEach(payload(file));
    }
  }

  private void withoutEach(JsonObject object) {
    for (String field : object.deepCopy().keySet()) {
      JsonObject without = object.deepCopy();
      without.remove(field);
      assertTrue(events.read(without) != null);
      SlackJson.object(object, field)
          .ifPresent(
              inner ->
                  inner
                      .keySet()
                      .forEach(
                          name -> {
                            JsonObject copy = object.deepCopy();
                            copy.getAsJsonObject(field).remove(name);
                            assertTrue(events.read(copy) != null);
                          }));
    }
  }

  private Meaning.Happened command(String text, String channel) throws IOException {
    JsonObject payload = payload("slash_command");
    payload.addProperty("text", text);
    payload.addProperty("channel_id", channel);
    return (Meaning.Happened) events.read(payload);
  }

  private Meaning.Happened meaning(String file) throws IOException {
    return (Meaning.Happened) events.read(payload(file));
  }

  private Incoming happened(String file) throws IOException {
    return meaning(file).incoming();
  }

  private static SlackRoute route(Address address) {
    return SlackRoute.parse(address.route()).orElseThrow();
  }

  private static Address direct(String user, SlackRoute route) {
    return new Address("slack", "T0FAKE", "im", user, Audience.ALONE, route.text());
  }

  private static Address among(String user, String channel, String thread) {
    return new Address(
        "slack",
        "T0FAKE",
        channel,
        user,
        Audience.AMONG_OTHERS,
        SlackRoute.inThread(channel, thread).text());
  }

  private static JsonObject payload(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SlackEventsTest.class.getResourceAsStream(file + ".json"))) {
      return SlackJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
    }
  }
}
