import { z } from 'zod';
import { keysAt, withoutDefaults } from './read-settings.js';

/** Prints a table of every setting of a schema: its key, what it may be, its default and what it means. */
export function settingsTable(schema: z.ZodType): string {
  return [
    '| Key | Value | Default | Meaning |',
    '| --- | --- | --- | --- |',
    ...rows(schema, []),
  ].join('\n');
}

function rows(schema: z.ZodType, path: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [key, setting] of Object.entries(keysAt(schema, []) ?? {})) {
    const place = [...path, key];
    const isGroup = keysAt(setting, []) !== undefined;
    const kind = isGroup ? '' : kindOf(withoutDefaults(setting));
    const usual = isGroup ? '' : usualOf(setting);
    lines.push(`| \`${place.join('.')}\` | ${kind} | ${usual} | ${setting.description ?? ''} |`);
    if (isGroup) lines.push(...rows(setting, place));
  }
  return lines;
}

function kindOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return schema.options.map((word) => `\`${word}\``).join(' or ');
  if (schema instanceof z.ZodArray) return 'list';
  if (schema instanceof z.ZodRecord) return 'names to addresses';
  if (schema instanceof z.ZodBoolean) return '`true` or `false`';
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'whole number' : 'number';
  return 'text';
}

function usualOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodDefault) return `\`${JSON.stringify(schema.def.defaultValue)}\``;
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional
    ? ''
    : 'must be given';
}
