package chat.letstalk.page.html;

/** Makes one line of harmless text out of what a page calls its title. */
final class PlainText {

  private PlainText() {}

  /**
   * White space becomes single spaces. Control characters, those that change the direction of the
   * text around them, lone surrogates and the like are left out.
   *
   * @param maxCodePoints what is longer ends with an ellipsis
   * @return empty when nothing is left
   */
  static String of(String text, int maxCodePoints) {
    StringBuilder line = new StringBuilder();
    boolean gap = false;
    int length = 0;
    for (int i = 0; i < text.length() && length <= maxCodePoints; ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (isSpace(character)) {
        gap = length > 0;
      } else if (isHarmless(character)) {
        if (gap) {
          line.append(' ');
          length++;
        }
        gap = false;
        line.appendCodePoint(character);
        length++;
      }
    }
    return length <= maxCodePoints ? line.toString() : cut(line, maxCodePoints);
  }

  private static String cut(StringBuilder line, int maxCodePoints) {
    return line.substring(0, line.offsetByCodePoints(0, maxCodePoints - 1)).stripTrailing() + "…";
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == 0x85; // next line
  }

  private static boolean isHarmless(int character) {
    boolean nobodysCharacter =
        switch (Character.getType(character)) {
          case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
          default -> false;
        };
    return !nobodysCharacter && !isDirection(character) && character != 0xfeff;
  }

  /** Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9). */
  private static boolean isDirection(int character) {
    return character == 0x061c
        || character == 0x200e
        || character == 0x200f
        || (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
