package org.cablebeam.transforms.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The executive orders cables were classified under. A damaged number (12598, 1295, 19528) is
 * mapped to the nearest order, and of equally near ones to that in force on the day of the cable.
 * Immutable and thread-safe.
 */
final class ExecutiveOrders {
  /**
   * An order.
   *
   * @param from the first day it ruled
   * @param until the first day it did not
   */
  record Order(String number, LocalDate from, LocalDate until) {}

  /** Posts went on quoting an order they were used to, and knew of the next before it ruled. */
  private static final int LAG_MONTHS = 6;

  private final List<Order> orders;

  ExecutiveOrders() {
    List<Order> orders = new ArrayList<>();
    for (List<String> row :
        Rows.read(ExecutiveOrders.class, "orders.tsv", "number", "from", "until")) {
      orders.add(new Order(row.get(0), LocalDate.parse(row.get(1)), LocalDate.parse(row.get(2))));
    }
    this.orders = List.copyOf(orders);
  }

  /** The order of that very number. */
  Optional<Order> find(String number) {
    return orders.stream().filter(order -> order.number().equals(number)).findFirst();
  }

  /** The order a damaged number means; empty if it could be any or none. */
  Optional<Order> nearest(String digits, @Nullable LocalDate day) {
    Order best = null;
    int bestCost = Integer.MAX_VALUE;
    boolean tie = false;
    for (Order order : orders) {
      boolean ofTheTime =
          day != null
              && day.isAfter(order.from().minusMonths(LAG_MONTHS))
              && day.isBefore(order.until().plusMonths(LAG_MONTHS));
      // The day vouches for an order; without it only a slip of the finger is believed.
      int limit = ofTheTime ? 3 : day == null ? 2 : 1;
      int distance = Spelling.distance(digits, order.number(), limit);
      if (distance <= limit) {
        int cost = 2 * distance + (ofTheTime || day == null ? 0 : 3);
        if (cost < bestCost) {
          best = order;
          bestCost = cost;
          tie = false;
        } else if (cost == bestCost) {
          tie = true;
        }
      }
    }
    return tie ? Optional.empty() : Optional.ofNullable(best);
  }
}
