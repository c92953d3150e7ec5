package bot.optout.console;

import bot.optout.Input;
import bot.optout.message.Attachment;
import bot.optout.message.Choice;
import bot.optout.message.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Chatting in the terminal. Buttons are numbered; type the number or the words. */
final class TerminalChat {
  private static final String CONVERSATION = "terminal";

  private final ConsoleChat chat;
  private final BufferedReader in;
  private final PrintStream out;
  private List<Choice> offered = List.of();

  TerminalChat(ConsoleChat chat, BufferedReader in, PrintStream out) {
    this.chat = chat;
    this.in = in;
    this.out = out;
  }

  /** Runs until the input ends or the person types {@code /quit}. */
  void run() throws IOException {
    show(chat.happens(CONVERSATION, new Input.Commanded("start", "")));
    out.println("(Type a number to press a button, /help for help, /quit to leave.)");
    prompt();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.strip().equals("/quit")) {
        return;
      }
      if (!line.isBlank()) {
        show(chat.happens(CONVERSATION, TypedLine.read(line, offered)));
      }
      prompt();
    }
  }

  private void prompt() {
    out.print("> ");
    out.flush();
  }

  private void show(List<Message> messages) {
    List<Choice> shown = new ArrayList<>();
    for (Message message : messages) {
      out.println();
      out.println(message.plainText());
      message.attachments().stream().map(Attachment::name).forEach(this::showFile);
      for (Choice choice : message.choices()) {
        shown.add(choice);
        out.println("  [" + shown.size() + "] " + choice.label());
      }
    }
    out.println();
    if (!shown.isEmpty()) {
      offered = List.copyOf(shown);
    }
  }

  private void showFile(String name) {
    out.println("(In a messenger this comes as a file, too: " + name + ")");
  }
}
