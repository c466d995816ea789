/** One page of a source, as it came. */
export interface SourcePage {
  readonly url: URL;
  readonly page: unknown;
  readonly rows: readonly unknown[];
}
