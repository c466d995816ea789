import { departments } from '../city/departments.js';
import { CommandFault } from './command.js';

/** The departments that are to answer at an address of their own, from words as `library=http://127.0.0.1:4001/graphql`. */
export function replacements(words: readonly string[]): { name: string; url: URL }[] {
  return words.map((word) => {
    const [name = '', ...rest] = word.split('=');
    const url = URL.parse(rest.join('='));
    if (!departments.some((each) => each.name === name))
      throw new CommandFault(
        `"${name}" is no department. Give one of ${departments.map((each) => each.name).join(', ')}, as library=http://127.0.0.1:4001/graphql.`,
      );
    if (!url || !/^https?:$/.test(url.protocol))
      throw new CommandFault(
        `Say where ${name} answers: --replace ${name}=http://127.0.0.1:4001/graphql.`,
      );
    if (url.pathname === '/') url.pathname = '/graphql';
    return { name, url };
  });
}
