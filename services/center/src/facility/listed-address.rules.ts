import type { Location } from '@manabi/kit/import/dataset/record';

/** An address inside the city, as the register keeps it. */
export interface ListedAddress {
  readonly block: string | null;
  readonly number: string | null;
  readonly building: string | null;
  readonly floor: null;
}

/**
 * The address of a listed place in its parts: the block that the file names, else the longest name of a block of the
 * register with which the line begins behind prefecture and city; where there is none, the line stays whole.
 */
export function listedAddress(location: Location, blocks: Iterable<string>): ListedAddress {
  const { prefecture = '', city = '', town, address = '', building = null } = location;
  const before = `${prefecture}${city}`;
  const inCity = address.startsWith(before) ? address.slice(before.length) : address;
  const block = town ?? longestStart(inCity, blocks);
  if (block === null) return { block, number: address || null, building, floor: null };
  const number = inCity.startsWith(block) ? inCity.slice(block.length) : '';
  return { block, number: number || null, building, floor: null };
}

function longestStart(text: string, blocks: Iterable<string>): string | null {
  let longest = '';
  for (const block of blocks)
    if (text.startsWith(block) && block.length > longest.length) longest = block;
  return longest || null;
}
