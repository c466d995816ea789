/** A connection whose records tell their ids. */
export interface Connected {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/** The ids of what a page holds, in its order. */
export const idsOf = ({ edges }: Connected): string[] => edges.map(({ node }) => node.id);
