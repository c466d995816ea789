import { go } from '../address.js';
import { useDesk } from '../desk.js';
import type { Sorting } from './sort-rows.js';

/** The sorting that the address says (`sort=seats`, `sort=-seats`), and how to change it there. */
export function useSorting(): [Sorting | undefined, (sorting: Sorting) => void] {
  const { address } = useDesk();
  const said = address.said.get('sort');
  const sorting = said
    ? { key: said.replace(/^-/, ''), isDescending: said.startsWith('-') }
    : undefined;
  const sortBy = ({ key, isDescending }: Sorting) => {
    const next = new URL(location.href);
    next.searchParams.set('sort', `${isDescending ? '-' : ''}${key}`);
    go(next.href, true);
  };
  return [sorting, sortBy];
}
