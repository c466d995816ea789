import type { Text, Wording } from '@manabi/data/text';
import { type LocalText, type Rendering, TextOrigin } from '@manabi/kit/value/local-text';

const rendering = ({ text, origin }: Wording): Rendering => ({ text, origin: TextOrigin[origin] });

/** A text of the bundled city in the words of the graph; what is not there stays away. */
export const localText = ({ ja, kana, plain, en }: Text): LocalText => ({
  ja,
  ...(kana !== undefined && { kana }),
  ...(plain && { plain: rendering(plain) }),
  ...(en && { en: rendering(en) }),
});
