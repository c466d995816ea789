/** What a gateway that runs on its own reads from its surroundings. */
export interface Environment {
  /** Path of the supergraph's SDL. */
  supergraph: string;
  /** The key shared with the subgraphs, with which every request to them is signed. */
  key: string;
  contract: 'public' | 'full';
  introspection: boolean;
  host: string;
  port: number;
  /** Addresses of subgraphs that differ from those in the supergraph. */
  subgraphs: ReadonlyMap<string, string>;
}

/** Reads the environment of a gateway. Throws one sentence that names every variable missing or wrong. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  const faults: string[] = [];
  const read = (name: string, fallback: string | undefined, expected: RegExp): string => {
    const value = variables[name] ?? fallback ?? '';
    if (!expected.test(value)) faults.push(`${name}: ${expectations[name] ?? 'a text'}`);
    return value;
  };
  const environment: Environment = {
    supergraph: read('SUPERGRAPH', undefined, /./),
    key: read('GATEWAY_KEY', undefined, /^.{32,}$/s),
    // The pattern lets nothing else pass, else nothing is given back.
    contract: read('CONTRACT', 'public', /^(?:public|full)$/) as Environment['contract'],
    introspection: read('INTROSPECTION', 'off', /^(?:on|off)$/) === 'on',
    host: read('HOST', '127.0.0.1', /./),
    port: Number(read('PORT', '4000', /^\d{1,5}$/)),
    subgraphs: new Map(pairsOf(read('SUBGRAPHS', '', /^$|^[^=,]+=[^,]+(?:,[^=,]+=[^,]+)*$/))),
  };
  if (faults.length === 0) return environment;
  throw new Error(
    `The gateway cannot start. Set these environment variables: ${faults.join('; ')}.`,
  );
}

const expectations: Readonly<Record<string, string>> = {
  SUPERGRAPH: 'the path of the supergraph, e.g. schema/public.graphql',
  GATEWAY_KEY: 'the secret shared with the services, at least 32 characters',
  CONTRACT: '"public" or "full"',
  INTROSPECTION: '"on" or "off"',
  PORT: 'a port number',
  SUBGRAPHS: 'addresses that differ from the supergraph, e.g. library=http://10.0.0.5:4001/graphql',
};

function pairsOf(list: string): [string, string][] {
  return list
    .split(',')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    });
}
