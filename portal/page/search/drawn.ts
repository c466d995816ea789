import type { Html } from '../../src/told-page/html.js';

/** The one element that a piece of markup is. Throws where it is none. */
export function drawn(part: Html): HTMLElement {
  // Markup of `html` holds what others wrote as text only.
  const [element] = document.createRange().createContextualFragment(part.markup).children;
  if (!(element instanceof HTMLElement)) throw new Error('The markup is no element.');
  return element;
}
