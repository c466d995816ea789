/** Ways to reach somebody that people write into a text: an address of mail or of the web, digits of a telephone. */
const contacts = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/u,
  /https?:\/\//iu,
  /(?:\d[-‐－ー―()（）\s]?){9,}\d/u,
] as const;

/** True when a text says how to reach somebody. Width does not matter. */
export const saysHowToReach = (text: string): boolean =>
  contacts.some((contact) => contact.test(text.normalize('NFKC')));
