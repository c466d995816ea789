import { type Wish, addressOf } from '../../src/search/wish.js';

/** Lets the links to the same search in other forms (calendar, news, map) say the wish, for people and for readers of feeds. */
export function offerForms(wish: Wish): void {
  const said = addressOf(wish).slice(1);
  const links = document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>(
    'link[rel="alternate"], .forms a',
  );
  for (const link of links) link.href = new URL(link.href).pathname + said;
}
