package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.people.Person;
import chat.letstalk.bench.picture.Photo;
import chat.letstalk.bench.report.Figure;
import java.util.List;
import java.util.function.Consumer;

/**
 * How fast pictures go up and down, over gRPC-Web through the running stack. Its floor is a bare
 * copy of the same bytes: to a file on the same disk and forced to it, and out of such a file.
 */
public final class PictureTransfers implements Section {

  private static final int SMALL = 100 << 10;
  private static final int LARGE = 5 << 20;

  /** Uploads are counted rather than timed, as an account has a hundred in ten minutes. */
  private static final int SMALL_PER_SECOND = 40;

  private static final int LARGE_PER_SECOND = 3;

  /** Of that hundred, by the two of a chat; with room for the warm-up, a quarter as many again. */
  private static final int OF_ONE_CHAT = 120;

  @Override
  public String name() {
    return "files";
  }

  @Override
  public void measure(Bench bench, Consumer<Figure> figures) {
    int seconds = bench.options().seconds();
    int chats = 2 + seconds * (SMALL_PER_SECOND + LARGE_PER_SECOND) / OF_ONE_CHAT;
    List<Person> people =
        bench.people().chats(chats).stream().flatMap(chat -> chat.members().stream()).toList();
    new OneSize(bench, people, "100 KiB", Photo.jpegOfBytes(SMALL), seconds * SMALL_PER_SECOND)
        .measure(name(), figures);
    new OneSize(bench, people, "5 MiB", Photo.jpegOfBytes(LARGE), seconds * LARGE_PER_SECOND)
        .measure(name(), figures);
  }
}
