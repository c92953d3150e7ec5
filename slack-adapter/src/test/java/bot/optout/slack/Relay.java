package bot.optout.slack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between two sides, and can go mute: the lines stay open and nothing goes through. */
final class Relay implements AutoCloseable {
  private static final int BUFFER = 4_096;

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean mute;

  Relay(int target) throws IOException {
    this.target = target;
    background(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /** What is open now stays open and silent; new lines are not taken. */
  void goMute() {
    mute = true;
  }

  private void serve() {
    try {
      while (!mute) {
        Socket here = door.accept();
        Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(List.of(here, there));
        background(() -> pass(here, there));
        background(() -> pass(there, here));
      }
    } catch (IOException closed) {
      mute = true;
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      int read = in.read(buffer);
      while (read >= 0) {
        if (!mute) {
          out.write(buffer, 0, read);
          out.flush();
        }
        read = in.read(buffer);
      }
    } catch (IOException closed) {
      mute |= door.isClosed();
    }
  }

  private static void background(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
