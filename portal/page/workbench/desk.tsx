import {
  type AnchorHTMLAttributes,
  type MouseEvent,
  type ReactElement,
  createContext,
  use,
} from 'react';

import { type Address, type Goal, go, hrefOf } from './address.js';
import { type Words, wordsIn } from './language/words.js';

/** What every part of the workbench knows: the address, and the words in its language. */
export interface Desk {
  readonly address: Address;
  readonly words: Words;
}

/** Where parts of the workbench find the address and the words. */
export const DeskContext = createContext<Address | undefined>(undefined);

/** The address and the words in its language. Throws outside of the workbench. */
export function useDesk(): Desk {
  const address = use(DeskContext);
  if (!address) throw new Error('A part of the workbench stands outside of it.');
  return { address, words: wordsIn[address.language] };
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly goal: Goal;
  /** Called when it was followed without loading the page. */
  readonly onFollowed?: () => void;
};

/** A link within the workbench: it opens without loading the page, and as any link in a new tab. */
export function DeskLink({ goal, onFollowed, ...rest }: LinkProps): ReactElement {
  const { address } = useDesk();
  const href = hrefOf(goal, address.language);
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    go(href);
    onFollowed?.();
  };
  return <a {...rest} href={href} onClick={follow} />;
}
