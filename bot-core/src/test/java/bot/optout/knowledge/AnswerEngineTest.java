package bot.optout.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerEngineTest {
  private final KnowledgeBase knowledge =
      AnswerEngine.of(
          new Corpus(
              List.of(
                  entry(
                      "deadline",
                      "What is the deadline?",
                      "is there a deadline",
                      "what is the last date to object",
                      "until which date can i object",
                      "deadline to object"),
                  entry(
                      "address",
                      "What is the postal address?",
                      "where do i send the letter",
                      "which address do i write to",
                      "postal address of the company",
                      "what address is on the letter"),
                  entry(
                      "children",
                      "Are photos of children used?",
                      "pictures of my children",
                      "are photos of my children safe",
                      "do they use photos of children",
                      "children in my photos")),
              List.of(
                  new Intent(
                      "draft",
                      List.of(
                          "write it for me", "please draft my objection", "draft the objection"))),
              List.of(
                  new NonTopic(
                      "hacked",
                      List.of(
                          "my account was hacked", "somebody hacked my account", "hacked account"),
                      "Use the recovery pages.")),
              List.of("how do i bake bread", "what is the weather like", "play some music")),
          HashedWords.model());

  @Test
  void a_wording_of_the_content_is_answered_whatever_its_case_and_signs() {
    assertAnswer("deadline", "IS there a Deadline??? 😀");
  }

  @Test
  void a_similar_wording_is_answered() {
    assertAnswer("children", "are pictures of my children used");
  }

  @Test
  void a_slip_does_not_matter() {
    assertAnswer("deadline", "is there a deadlin");
  }

  @Test
  void a_known_neighbour_is_named() {
    Finding finding = knowledge.find("somebody hacked my account yesterday");
    Finding.OutOfScope outOfScope = assertInstanceOf(Finding.OutOfScope.class, finding);
    assertEquals(Optional.of("hacked"), outOfScope.nonTopic());
    assertTrue(knowledge.nonTopic("hacked").isPresent());
  }

  @Test
  void something_else_entirely_is_out_of_scope() {
    assertEquals(
        Optional.empty(),
        assertInstanceOf(Finding.OutOfScope.class, knowledge.find("bake some bread and music"))
            .nonTopic());
  }

  @Test
  void no_words_at_all_are_unknown() {
    assertEquals(new Finding.Unknown(List.of()), knowledge.find(""));
    assertEquals(new Finding.Unknown(List.of()), knowledge.find("😡😡😡"));
    assertEquals(new Finding.Unknown(List.of()), knowledge.find("xqzw vvkk"));
  }

  @Test
  void candidates_come_best_first() {
    List<Candidate> candidates = knowledge.find("which date is the last to object").candidates();
    assertEquals("deadline", candidates.get(0).entry());
    for (int i = 1; i < candidates.size(); i++) {
      assertTrue(candidates.get(i - 1).score() >= candidates.get(i).score());
    }
  }

  @Test
  void clarifying_offers_at_most_three_entries() {
    for (String question : List.of("object", "letter of my children", "address date photos")) {
      if (knowledge.find(question) instanceof Finding.Clarify clarify) {
        assertTrue(clarify.entries().size() >= 1 && clarify.entries().size() <= 3);
      }
    }
  }

  @Test
  void entries_keep_their_order() {
    assertEquals(
        List.of("deadline", "address", "children"),
        knowledge.entries().stream().map(Entry::id).toList());
    assertTrue(knowledge.entry("address").isPresent());
    assertTrue(knowledge.entry("nothing").isEmpty());
  }

  private void assertAnswer(String entry, String question) {
    assertEquals(entry, assertInstanceOf(Finding.Answer.class, knowledge.find(question)).entry());
  }

  private static Entry entry(String id, String question, String... variants) {
    return new Entry(
        id,
        "topic",
        question,
        List.of(variants),
        List.of(new AnswerBlock("Answer.", AnswerBlock.Kind.ADVICE, List.of())),
        List.of(),
        new Validity(List.of("ALL"), LocalDate.EPOCH, Optional.empty(), Optional.empty()),
        Confidence.HIGH,
        List.of());
  }
}
