import type { NameForm } from './name-forms.rules.js';
import type { NormalText } from './normal-form.rules.js';

/** A place in a text where a form of a name stands; several forms when facilities share it. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly forms: readonly NameForm[];
}

interface Node {
  readonly next: Map<string, Node>;
  readonly forms: NameForm[];
}

/** All forms of a register in one tree of characters, to find them in a text at once. */
export class FormTree {
  readonly #root: Node = { next: new Map(), forms: [] };

  constructor(forms: readonly NameForm[]) {
    for (const form of forms) {
      let node = this.#root;
      for (const letter of form.text) {
        let next = node.next.get(letter);
        if (!next) node.next.set(letter, (next = { next: new Map(), forms: [] }));
        node = next;
      }
      node.forms.push(form);
    }
  }

  /** The longest forms from left to right, none over another; those of two letters only as words of their own. */
  find(text: NormalText): Mention[] {
    const found: Mention[] = [];
    let from = 0;
    while (from < text.letters.length) {
      const mention = this.#longestAt(text, from);
      if (mention) found.push(mention);
      from = mention ? mention.to : from + 1;
    }
    return found;
  }

  /** The forms that are exactly this text. */
  exactly(letters: string): readonly NameForm[] {
    let node: Node | undefined = this.#root;
    for (const letter of letters) node = node?.next.get(letter);
    return node?.forms ?? [];
  }

  #longestAt({ letters, gaps }: NormalText, from: number): Mention | null {
    let node: Node | undefined = this.#root;
    let longest: Mention | null = null;
    for (let at = from; at < letters.length; at += 1) {
      node = node.next.get(letters.charAt(at));
      if (!node) break;
      const to = at + 1;
      const isWord = gaps.has(from) && (to === letters.length || gaps.has(to));
      if (node.forms.length > 0 && (to - from > 2 || isWord))
        longest = { from, to, forms: node.forms };
    }
    return longest;
  }
}
