import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { formText, formWorkbook } from '../form/form-file.js';
import { type Form, forms } from '../form/forms.js';
import { type Command, CommandFault } from './command.js';

/** Writes the common entry form for departments and groups to fill in. */
export const templateCommand: Command = {
  usage: `template ${Object.keys(forms).join('|')} [--out FILE.xlsx|FILE.csv]`,
  summary:
    'Writes an empty common entry form (XLSX by the name of the file, else CSV): what to write in each column, and one sample line.',
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const form = formNamed(positionals[0]);
    if (values.out?.toLowerCase().endsWith('.xlsx'))
      writeFileSync(values.out, await formWorkbook(form));
    else if (values.out) writeFileSync(values.out, formText(form));
    else process.stdout.write(formText(form));
    return 0;
  },
};

/** The form as text. Throws a CommandFault for a kind that has no form. */
export const templateOf = (kind: string | undefined): string => formText(formNamed(kind));

function formNamed(kind: string | undefined): Form {
  const form = kind === undefined ? undefined : forms[kind];
  if (form) return form;
  throw new CommandFault(
    `There is no form "${kind ?? ''}". Give one of ${Object.keys(forms).join(', ')}.`,
  );
}
