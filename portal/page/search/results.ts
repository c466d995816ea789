import { type NameOf, hitPart } from '../../src/search/hit-part.js';
import { countOf, noticeOf } from '../../src/search/notice.js';
import type { Answer, Found } from '../../src/search/found.js';
import { nothingPart } from '../../src/search/nothing-part.js';
import { type Wish, addressOf } from '../../src/search/wish.js';
import { drawn } from './drawn.js';
import { part } from './part.js';

/** What is shown: an answer to a wish, in place of what stands or below it. */
export interface Shown {
  readonly wish: Wish;
  readonly answer: Answer;
  readonly isBelow: boolean;
}

/** The part of the page that shows what was found. */
export class Results {
  readonly #region = part('results', HTMLElement);
  readonly #count = part('count', HTMLParagraphElement);
  readonly #notice = part('notice', HTMLParagraphElement);
  readonly #list = part('list', HTMLOListElement);
  readonly #more = part('more', HTMLAnchorElement);
  readonly #nothing = part('nothing', HTMLElement);

  /** Whether the page came with an answer. */
  get isTold(): boolean {
    return this.#region.dataset['told'] !== undefined;
  }

  /** Calls for the page after a cursor when more is asked for. */
  onMore(next: (after: string) => void): void {
    this.#more.addEventListener('click', (event) => {
      const after = new URL(this.#more.href).searchParams.get('after');
      // In a window of its own the link leads where it says.
      if (after === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      next(after);
    });
  }

  /** Marks that an answer is awaited; what stands stays until it comes. */
  wait(): void {
    this.#region.setAttribute('aria-busy', 'true');
  }

  /** Shows an answer in place of what stands, or below it. */
  show({ wish, answer, isBelow }: Shown, nameOf: NameOf): void {
    const { found } = answer;
    const items = (found?.edges ?? []).map((hit) => drawn(hitPart(hit, nameOf)));
    if (isBelow) this.#append(items);
    else this.#list.replaceChildren(...items);
    if (!isBelow || found) this.#count.textContent = countOf(answer);
    this.#nothing.hidden = !found || items.length > 0 || isBelow;
    if (!this.#nothing.hidden) this.#nothing.replaceChildren(drawn(nothingPart(wish)));
    this.#offerMore(found, wish, isBelow);
    this.#tell(noticeOf(answer));
    this.#region.setAttribute('aria-busy', 'false');
  }

  /** Adds items and leads the keyboard to the first of them. */
  #append(items: readonly HTMLElement[]): void {
    this.#list.append(...items);
    const [first] = items;
    if (!first) return;
    first.tabIndex = -1;
    first.focus();
  }

  /** Where the next page did not come, the link stays, so that it can be asked for again. */
  #offerMore(found: Found, wish: Wish, isBelow: boolean): void {
    if (isBelow && !found) return;
    const { hasNextPage, endCursor } = found?.pageInfo ?? {};
    this.#more.hidden = !hasNextPage;
    this.#more.href = addressOf(wish, endCursor ?? undefined);
  }

  #tell(sentences: string): void {
    this.#notice.hidden = sentences === '';
    this.#notice.textContent = sentences;
  }
}
