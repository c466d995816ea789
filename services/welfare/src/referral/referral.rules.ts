import { fold } from '@manabi/kit/text/fold';

/** What tells of a person rather than of a theme; a refused word is better than a kept one. */
const personal: readonly RegExp[] = [
  // A telephone number or a number of a card: six digits or more, however they are parted.
  /\d(?:[ ()-]*\d){5,}/,
  /[\w.+-]+@[\w-]+\.\w/,
  /丁目|番地|号室/,
  /(?<!お子|子ども|皆|みな|母|父|御|客)さん(?:は|が|の|と|に|を|[、。]|$)|様(?:は|が|の|より)|氏名|本名|生年月日/,
  /〒/,
];

/** True when a text seems to tell of a person: a number to call, an address, a name. */
export const seemsPersonal = (text: string): boolean => {
  // Folding makes wide digits narrow; it also drops punctuation, so both forms are looked at.
  const forms = [text.normalize('NFKC'), fold(text)];
  return personal.some((pattern) => forms.some((form) => pattern.test(form)));
};
