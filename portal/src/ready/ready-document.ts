/** A text in the two languages of the workbench. */
export interface BothLanguages {
  readonly ja: string;
  readonly en: string;
}

/** One thing that a question leaves open, and how a form asks for it. */
export interface VariableField {
  readonly name: string;
  readonly label: BothLanguages;
  /** `group` has fields of its own; `written` is JSON, for what no form can ask. */
  readonly kind: 'text' | 'number' | 'choice' | 'yes-no' | 'date' | 'moment' | 'group' | 'written';
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** What may be chosen, where it is a choice. */
  readonly choices: readonly { readonly code: string; readonly label: BothLanguages }[];
  readonly fields: readonly VariableField[];
}

/** What a column of an answer is called: the term of its field, and the terms of its codes. */
export interface ColumnTerm {
  readonly ja: string;
  readonly codes?: Readonly<Record<string, string>>;
}

/** A question of `schema/document` that is ready to be asked, with all that a form and a table need to show it. */
export interface ReadyDocument {
  /** Its file without the ending: `p1`, `department/q01`. */
  readonly name: string;
  readonly title: BothLanguages;
  /** What the third line says of who asks it (`analyst, scopes: plan.statistics`); nothing where anybody may. */
  readonly asker?: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fields: readonly VariableField[];
  /** Terms by the place in the answer, lists left out: `opportunities.edges.node.title`. */
  readonly terms: Readonly<Record<string, ColumnTerm>>;
}
