import type { Answer, Found } from './ask.js';
import { drawHit, type NameOf } from './hit.js';
import { noticeOf } from './notice.js';
import { part } from './part.js';

/** The part of the page that shows what was found. */
export class Results {
  readonly #region = part('results', HTMLElement);
  readonly #count = part('count', HTMLParagraphElement);
  readonly #notice = part('notice', HTMLParagraphElement);
  readonly #list = part('list', HTMLOListElement);
  readonly #more = part('more', HTMLButtonElement);
  readonly #nothing = part('nothing', HTMLElement);

  /** Calls for the page after a cursor when more is asked for. */
  onMore(next: (after: string) => void): void {
    this.#more.addEventListener('click', () => next(this.#more.value));
  }

  /** Marks that an answer is awaited; what stands stays until it comes. */
  wait(): void {
    this.#region.setAttribute('aria-busy', 'true');
  }

  /** Shows an answer in place of what stands, or below it. */
  show(answer: Answer, nameOf: NameOf, isBelow: boolean): void {
    const { found } = answer;
    const items = (found?.edges ?? []).map((hit) => drawHit(hit, nameOf));
    if (isBelow) this.#append(items);
    else this.#list.replaceChildren(...items);
    if (!isBelow || found) this.#tellCount(found);
    this.#nothing.hidden = !found || items.length > 0 || isBelow;
    this.#offerMore(found, isBelow);
    this.#tell(noticeOf(answer));
    this.#region.setAttribute('aria-busy', 'false');
  }

  /** Adds items and leads the keyboard to the first of them. */
  #append(items: readonly HTMLLIElement[]): void {
    this.#list.append(...items);
    const [first] = items;
    if (!first) return;
    first.tabIndex = -1;
    first.focus();
  }

  #tellCount(found: Found): void {
    const { value, isExact } = found?.totalCount ?? {};
    if (!found || value == null) this.#count.textContent = '検索できませんでした';
    else if (value === 0) this.#count.textContent = '見つかりませんでした';
    else {
      const number = value.toLocaleString('ja-JP');
      this.#count.textContent = `${number}件${isExact ? '' : '以上'}見つかりました`;
    }
  }

  /** Where the next page did not come, the button stays, so that it can be asked for again. */
  #offerMore(found: Found, isBelow: boolean): void {
    if (isBelow && !found) return;
    this.#more.hidden = !found?.pageInfo?.hasNextPage;
    this.#more.value = found?.pageInfo?.endCursor ?? '';
  }

  #tell(sentences: string): void {
    this.#notice.hidden = sentences === '';
    this.#notice.textContent = sentences;
  }
}
