package heed.serve.http;

import java.util.concurrent.CompletableFuture;

/** Answers calls of one route. May throw what {@link Reply#of(Throwable)} tells, or return it. */
@FunctionalInterface
interface Endpoint {

  /** Returns at once; the reply comes when it is there. */
  CompletableFuture<Reply> answer(Call call);
}
