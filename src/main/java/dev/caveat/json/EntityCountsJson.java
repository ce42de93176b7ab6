package dev.caveat.json;

import dev.caveat.index.NameCount;
import dev.caveat.model.Entity;
import java.util.ArrayList;
import java.util.List;

/**
 * What risks name.
 *
 * @param types one for each type of entity that occurs
 */
public record EntityCountsJson(List<Type> types) {
  /**
   * The entities of one type.
   *
   * @param type regulator, date, money, percent or law
   * @param distinct how many there are, whether shown or not
   * @param entities those that most risks name; for amounts the largest, those in US dollars first
   */
  public record Type(String type, int distinct, List<Named> entities) {}

  /**
   * Something that risks name.
   *
   * @param value what it means, such as {@code us-sec}, {@code 2003-03-31} or {@code USD 1600000};
   *     the text in lowercase if that is not certain
   * @param text the regulator's name, or one of the ways in which it is written
   * @param risks how many risks name it
   * @param filing id of a filing that names it
   * @param ordinal of a risk there that names it
   */
  public record Named(String value, String text, int risks, String filing, int ordinal) {}

  /**
   * Of counts.
   *
   * @param counts without regard to categories; those of a type come together
   */
  public static EntityCountsJson of(List<NameCount> counts) {
    List<Type> types = new ArrayList<>();
    for (Entity.Type type : Entity.Type.values()) {
      List<NameCount> own = counts.stream().filter(c -> c.type() == type).toList();
      if (!own.isEmpty()) {
        types.add(
            new Type(
                type.id(),
                own.getFirst().distinct(),
                own.stream().map(EntityCountsJson::named).toList()));
      }
    }
    return new EntityCountsJson(types);
  }

  private static Named named(NameCount count) {
    return new Named(count.value(), count.text(), count.risks(), count.filing(), count.ordinal());
  }
}
