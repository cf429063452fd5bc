package chat.letstalk.chatapi.message;

import static java.lang.Character.UnicodeBlock.DINGBATS;
import static java.lang.Character.UnicodeBlock.EMOTICONS;
import static java.lang.Character.UnicodeBlock.ENCLOSED_ALPHANUMERIC_SUPPLEMENT;
import static java.lang.Character.UnicodeBlock.MISCELLANEOUS_SYMBOLS;
import static java.lang.Character.UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_ARROWS;
import static java.lang.Character.UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_PICTOGRAPHS;
import static java.lang.Character.UnicodeBlock.MISCELLANEOUS_TECHNICAL;
import static java.lang.Character.UnicodeBlock.SUPPLEMENTAL_SYMBOLS_AND_PICTOGRAPHS;
import static java.lang.Character.UnicodeBlock.SYMBOLS_AND_PICTOGRAPHS_EXTENDED_A;
import static java.lang.Character.UnicodeBlock.TRANSPORT_AND_MAP_SYMBOLS;

import java.lang.Character.UnicodeBlock;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the texts that are emojis alone, which the client shows larger. Thread-safe. */
final class Emojis {

  /** One user-perceived character (Unicode Standard Annex 29): a family of four counts once. */
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  /** Longer texts are no emoji, and counting stays cheap. */
  private static final int LONGEST = 200;

  /** Java 17 knows no emoji property; these blocks hold what keyboards offer. */
  private static final Set<UnicodeBlock> BLOCKS =
      Set.of(
          EMOTICONS,
          MISCELLANEOUS_SYMBOLS_AND_PICTOGRAPHS,
          MISCELLANEOUS_SYMBOLS_AND_ARROWS,
          MISCELLANEOUS_TECHNICAL,
          SUPPLEMENTAL_SYMBOLS_AND_PICTOGRAPHS,
          SYMBOLS_AND_PICTOGRAPHS_EXTENDED_A,
          TRANSPORT_AND_MAP_SYMBOLS,
          MISCELLANEOUS_SYMBOLS,
          DINGBATS,
          ENCLOSED_ALPHANUMERIC_SUPPLEMENT);

  private Emojis() {}

  /** How many emojis a text is made of; 0 when there is anything else in it but space. */
  static int countIfAlone(String text) {
    String visible = text.strip();
    if (visible.length() > LONGEST) {
      return 0;
    }
    List<String> graphemes =
        GRAPHEME
            .matcher(visible)
            .results()
            .map(MatchResult::group)
            .filter(grapheme -> !grapheme.isBlank())
            .toList();
    return graphemes.stream().allMatch(Emojis::isEmoji) ? graphemes.size() : 0;
  }

  private static boolean isEmoji(String grapheme) {
    UnicodeBlock block = UnicodeBlock.of(grapheme.codePointAt(0));
    return block != null && BLOCKS.contains(block);
  }
}
