package bot.optout.knowledge;

import java.util.List;
import java.util.Optional;

/** What the knowledge says to a question. The candidates come best first. */
public sealed interface Finding {
  List<Candidate> candidates();

  /** One entry answers it. */
  record Answer(String entry, List<Candidate> candidates) implements Finding {
    public Answer {
      candidates = List.copyOf(candidates);
    }
  }

  /** The person wants something done. */
  record Wanted(String intent, List<Candidate> candidates) implements Finding {
    public Wanted {
      candidates = List.copyOf(candidates);
    }
  }

  /** One of at most three entries or intents may be meant: ask which. */
  record Clarify(List<String> entries, List<Candidate> candidates) implements Finding {
    public Clarify {
      entries = List.copyOf(entries);
      candidates = List.copyOf(candidates);
    }
  }

  /** On our subject, or near it, but nothing here answers it. */
  record Unknown(List<Candidate> candidates) implements Finding {
    public Unknown {
      candidates = List.copyOf(candidates);
    }
  }

  /** Another subject. A known neighbour ("hacked account") has a pointer of its own. */
  record OutOfScope(Optional<String> nonTopic, List<Candidate> candidates) implements Finding {
    public OutOfScope {
      candidates = List.copyOf(candidates);
    }
  }
}
