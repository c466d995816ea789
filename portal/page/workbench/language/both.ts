/** A word, or a sentence with places for what is told. */
type Said = string | ((...told: never[]) => string);

/** One word in both languages; sentences take the same in both. */
export interface Both<Text> {
  readonly ja: Text;
  readonly en: Text;
}

/** Sets a Japanese word beside the English one. */
export const both = <Text extends Said>(ja: Text, en: Text): Both<Text> => ({ ja, en });
