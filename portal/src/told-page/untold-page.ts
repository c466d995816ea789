import { filled, tabTitle } from './frame.js';
import { html } from './html.js';

const title = 'ただいま表示できません';

/** The page that says why nothing can be told now, and how to go on; null where the pages are not built. */
export const untoldPage = (message: string): ReturnType<typeof filled> =>
  filled(
    'told.html',
    html`<title>${tabTitle(title)}</title>
      <meta name="robots" content="noindex" />`,
    html`<h1>${title}</h1>
      <p>${message}</p>
      <p class="actions"><a href="">もう一度ひらく</a></p>`,
  );
