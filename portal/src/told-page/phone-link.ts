import { type Html, html } from './html.js';

/** A telephone number as it is written, to be called by pressing it; plain text where it is more than a number. */
export const phoneLink = (phone: string): Html | string =>
  /^\+?[\d() -]{6,20}$/.test(phone)
    ? html`<a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a>`
    : phone;
