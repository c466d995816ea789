const mix = (value: number): number => {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** Promises the same 32-bit number for the same text, evenly spread. */
export const numberOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
};

/** Promises a whole number from 0 to below `sides`, the same for the same seed and question. */
export const draw = (sides: number, seed: number, question: number): number =>
  mix(mix(seed + 0x9e3779b9) + Math.imul(question, 0x85ebca6b)) % sides;
