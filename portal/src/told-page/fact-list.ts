import { type Html, type Part, html } from './html.js';

/** Facts as a list of terms and what is known; what is not known is left out. */
export const factList = (facts: readonly (readonly [term: string, known: Part])[]): Html =>
  html`<dl>
    ${facts.map(
      ([term, known]) =>
        known &&
        html`<div><dt>${term}</dt><dd>${known}</dd></div>
`,
    )}
  </dl>`;
