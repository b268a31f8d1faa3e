package heed.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tasks that wait for a worker: a bounded line that is closed once and then runs empty. */
final class TaskQueue {

  private final int mostWaiting;
  private final int workers;
  private final int mostAtOnce;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Task> waiting = new ArrayDeque<>();
  private boolean closed;

  TaskQueue(ServiceOptions options) {
    mostWaiting = options.mostWaiting();
    workers = options.workers();
    mostAtOnce = options.mostAtOnce();
  }

  /**
   * Lets a task wait.
   *
   * @return false if the line is closed
   * @throws OverloadedException if it is full
   */
  boolean offer(Task next) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      if (waiting.size() >= mostWaiting) {
        waiting.removeIf(task -> task.answer().isDone()); // Cancelled or late.
      }
      if (waiting.size() >= mostWaiting) {
        throw new OverloadedException(waiting.size());
      }
      waiting.add(next);
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for tasks and takes a worker's share of them: one if there is only one, so that nobody
   * waits for company, and as many as the others will take if there are many.
   *
   * @return none if the line is closed and empty
   */
  List<Task> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      int share = Math.min(mostAtOnce, (waiting.size() + workers - 1) / workers);
      List<Task> taken = new ArrayList<>(share);
      for (int i = 0; i < share; i++) {
        taken.add(waiting.remove());
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
