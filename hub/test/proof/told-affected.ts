interface AffectedEdge {
  readonly times: readonly object[];
  readonly opportunity: { kind: string; title: object; node: { id: string } };
}

/** What a closure hits, as an answer tells it. */
export interface Affected {
  readonly totalCount: object;
  readonly departments: readonly object[];
  readonly edges: readonly AffectedEdge[];
}

/** The same as the databases tell it. */
export const affectedOf = ({ totalCount, departments, edges }: Affected): object => ({
  totalCount,
  departments,
  edges: edges.map(({ times, opportunity }) => ({
    id: opportunity.node.id,
    kind: opportunity.kind,
    title: opportunity.title,
    times,
  })),
});
