package io.verbatim.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the minimum of a smooth convex function: L-BFGS (Nocedal and Wright 2006, Numerical
 * Optimization, algorithm 7.5) with steps halved until they pay. Pure function.
 */
final class Lbfgs {
  private static final int MEMORY = 20;
  private static final int MOST_STEPS = 500;
  private static final int MOST_HALVINGS = 40;
  private static final double SUFFICIENT = 1e-4;
  private static final double SMALLEST_GAIN = 1e-9;

  private Lbfgs() {}

  /** A function and its slope. */
  interface Objective {
    /** The value at a point, and in the array the gradient there. */
    double at(double[] point, double[] gradient);
  }

  /** A step taken and how the gradient changed over it. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Step(double[] move, double[] change, double curvature) {}

  /** The point where the objective is smallest, or as near as 500 steps come. */
  static double[] minimum(Objective objective, double[] start) {
    double[] point = start.clone();
    double[] gradient = new double[point.length];
    double value = objective.at(point, gradient);
    Deque<Step> memory = new ArrayDeque<>();
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] direction = direction(gradient, memory);
      double slope = dot(gradient, direction);
      double[] next = point;
      double[] nextGradient = gradient;
      double nextValue = Double.POSITIVE_INFINITY;
      double step = memory.isEmpty() ? Math.min(1, 1 / norm(gradient)) : 1;
      for (int j = 0; j < MOST_HALVINGS && nextValue > value + SUFFICIENT * step * slope; j++) {
        step = j == 0 ? step : step / 2;
        next = moved(point, direction, step);
        nextGradient = new double[point.length];
        nextValue = objective.at(next, nextGradient);
      }
      if (!(value - nextValue > SMALLEST_GAIN * Math.max(1, Math.abs(value)))) {
        return nextValue < value ? next : point;
      }
      remember(memory, moved(next, point, -1), moved(nextGradient, gradient, -1));
      point = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return point;
  }

  private static void remember(Deque<Step> memory, double[] move, double[] change) {
    double curvature = dot(move, change);
    if (curvature > 0) {
      memory.addLast(new Step(move, change, curvature));
    }
    if (memory.size() > MEMORY) {
      memory.removeFirst();
    }
  }

  /** Downhill, bent by what the last steps told of the curvature. */
  private static double[] direction(double[] gradient, Deque<Step> memory) {
    double[] direction = moved(new double[gradient.length], gradient, -1);
    double[] shares = new double[memory.size()];
    int i = shares.length;
    Iterator<Step> latestFirst = memory.descendingIterator();
    while (latestFirst.hasNext()) {
      Step step = latestFirst.next();
      shares[--i] = dot(step.move(), direction) / step.curvature();
      add(direction, step.change(), -shares[i]);
    }
    if (!memory.isEmpty()) {
      Step last = memory.getLast();
      scale(direction, last.curvature() / dot(last.change(), last.change()));
    }
    for (Step step : memory) {
      double share = dot(step.change(), direction) / step.curvature();
      add(direction, step.move(), shares[i++] - share);
    }
    return direction;
  }

  private static double[] moved(double[] from, double[] direction, double step) {
    double[] to = from.clone();
    add(to, direction, step);
    return to;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static double norm(double[] vector) {
    return Math.max(Double.MIN_NORMAL, Math.sqrt(dot(vector, vector)));
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
