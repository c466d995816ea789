import { AsyncLocalStorage } from 'node:async_hooks';

/** Counts the SQL statements that a question causes; those of followers, who look at their feeds meanwhile, are not. */
export class Counting {
  readonly #asking = new AsyncLocalStorage<{ queries: number }>();

  /** One statement was sent. */
  count(): void {
    const asked = this.#asking.getStore();
    if (asked) asked.queries += 1;
  }

  /** Runs a question and answers how many statements it took. */
  async during<Answer>(ask: () => Promise<Answer>): Promise<{ answer: Answer; queries: number }> {
    const asked = { queries: 0 };
    const answer = await this.#asking.run(asked, ask);
    return { answer, queries: asked.queries };
  }
}
