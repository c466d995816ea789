import { type Wish, addressOf } from '../../src/search/wish.js';

/** Lets the links to the same search in other forms (calendar, news, map) say the wish, for people and for readers of feeds. */
export function offerForms(wish: Wish): void {
  const said = addressOf(wish).slice(1);
  for (const link of document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>('[data-form]'))
    link.href = `${link.dataset['form']}${said}`;
}
