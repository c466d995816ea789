// One line per kind of column: what it is called in the graph, how it is kept, what is accepted.
import 'reflect-metadata';
import { Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime, GraphQLLocalDate, GraphQLLocalTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int } from 'type-graphql';
import { z } from 'zod';

import { addRule } from './rules.js';

/** What may be said of any column beside its description. */
export interface ColumnOptions {
  /** True when every row has a value: the table refuses its absence, and null in an answer means failure. */
  required?: boolean;
  /** True when residents may read it without saying who they are. */
  public?: boolean;
  /** Scopes that a caller must hold to read it, e.g. `['talent.contact']`. */
  scopes?: readonly string[];
}

interface Kind {
  graph: () => unknown;
  column: string;
  rule: z.ZodType;
}

type Decorator = PropertyDecorator;

/** Text of at most `max` characters (default 200). */
export function Text(
  description: string,
  options: ColumnOptions & { max?: number } = {},
): Decorator {
  return column(description, options, {
    graph: () => String,
    column: 'text',
    rule: z
      .string()
      .min(1)
      .max(options.max ?? 200),
  });
}

/** A whole number within its bounds. */
export function Whole(
  description: string,
  options: ColumnOptions & { min?: number; max?: number } = {},
): Decorator {
  const rule = z
    .int()
    .min(options.min ?? -2_147_483_648)
    .max(options.max ?? 2_147_483_647);
  return column(description, options, { graph: () => Int, column: 'integer', rule });
}

/** Several whole numbers within their bounds. */
export function Wholes(
  description: string,
  options: ColumnOptions & { min?: number; max?: number } = {},
): Decorator {
  const rule = z
    .int()
    .min(options.min ?? 0)
    .max(options.max ?? 2_147_483_647);
  return column(description, options, {
    graph: () => [Int],
    column: 'integer[]',
    rule: z.array(rule).max(50),
  });
}

/** A number with a fraction. */
export function Decimal(description: string, options: ColumnOptions = {}): Decorator {
  return column(description, options, {
    graph: () => Float,
    column: 'double precision',
    rule: z.number(),
  });
}

/** Yes or no where no third answer exists; facts about the world are three-valued instead (see value/tri). */
export function Flag(description: string, options: ColumnOptions = {}): Decorator {
  return column(description, options, {
    graph: () => Boolean,
    column: 'boolean',
    rule: z.boolean(),
  });
}

/** A moment in time with its zone. */
export function Moment(description: string, options: ColumnOptions = {}): Decorator {
  return column(description, options, {
    graph: () => GraphQLDateTime,
    column: 'timestamptz',
    rule: z.date(),
  });
}

/** A day of the calendar, `YYYY-MM-DD`, in Japan. */
export function Day(description: string, options: ColumnOptions = {}): Decorator {
  return column(description, options, {
    graph: () => GraphQLLocalDate,
    column: 'date',
    rule: z.iso.date(),
  });
}

/** A time of the day, `HH:MM` or `HH:MM:SS`, in Japan. */
export function Clock(description: string, options: ColumnOptions = {}): Decorator {
  return column(description, options, {
    graph: () => GraphQLLocalTime,
    column: 'text',
    rule: z.string(),
  });
}

/** One word of a closed list; give the enum that was registered for the graph. */
export function Choice(
  choices: Record<string, string>,
  description: string,
  options: ColumnOptions = {},
): Decorator {
  return column(description, options, {
    graph: () => choices,
    column: 'text',
    rule: z.enum(choices),
  });
}

/** Several words of a closed list. */
export function Choices(
  choices: Record<string, string>,
  description: string,
  options: ColumnOptions = {},
): Decorator {
  return column(description, options, {
    graph: () => [choices],
    column: 'text[]',
    rule: z.array(z.enum(choices)).max(50),
  });
}

/** Several short texts, e.g. other names of a place. */
export function Texts(description: string, options: ColumnOptions = {}): Decorator {
  return column(description, options, {
    graph: () => [String],
    column: 'text[]',
    rule: z.array(z.string().min(1).max(200)).max(200),
  });
}

/** A value type of the graph kept as JSON, e.g. a text in several languages. */
export function Value(
  type: () => Function,
  description: string,
  options: ColumnOptions = {},
): Decorator {
  return column(description, options, { graph: type, column: 'jsonb', rule: z.object({}).loose() });
}

/** Several values of one type kept as JSON. */
export function Values(
  type: () => Function,
  description: string,
  options: ColumnOptions = {},
): Decorator {
  return column(description, options, {
    graph: () => [type()],
    column: 'jsonb',
    rule: z.array(z.object({}).loose()).max(1_000),
  });
}

/** The key of an entity: opaque, stable for its life. The only kind of field that is never null. */
export function Key(description: string): Decorator {
  return (target, name) => {
    tag(target, name, { public: true });
    Field(() => ID, { description, simple: true })(target, name);
    Property<object>({ primary: true, type: 'string', columnType: 'text' })(target, String(name));
  };
}

/** A column that the graph does not show, e.g. the key of an entity that another service owns. */
export function Kept(
  columnType:
    | 'text'
    | 'text[]'
    | 'integer'
    | 'bigint'
    | 'boolean'
    | 'timestamptz'
    | 'date'
    | 'jsonb'
    | 'json'
    | 'double precision',
  options: { required?: boolean } = {},
): Decorator {
  return (target, name) => keep(target, name, { columnType, required: options.required ?? false });
}

/** Lets residents read a field that is not a column, without saying who they are. */
export function Public(): PropertyDecorator & MethodDecorator {
  return Directive('@tag(name: "public")');
}

function column(description: string, options: ColumnOptions, kind: Kind): Decorator {
  return (target, name) => {
    tag(target, name, options);
    // `graph` yields what type-graphql accepts as a type: a scalar, an enum, a class, or a list of one.
    Field(kind.graph as () => Function, { description, nullable: true, simple: true })(
      target,
      name,
    );
    keep(target, name, { columnType: kind.column, required: options.required ?? false });
    addRule(target, String(name), options.required ? kind.rule : kind.rule.nullish());
  };
}

function tag(target: object, name: string | symbol, options: ColumnOptions): void {
  if (options.public) Directive('@tag(name: "public")')(target, name);
  if (options.required) Directive('@semanticNonNull')(target, name);
  if (options.scopes) {
    Directive(
      `@requiresScopes(scopes: [[${options.scopes.map((scope) => `"${scope}"`).join(', ')}]])`,
    )(target, name);
  }
}

function keep(
  target: object,
  name: string | symbol,
  { columnType, required }: { columnType: string; required: boolean },
): void {
  const type = columnType === 'jsonb' ? 'json' : columnType === 'timestamptz' ? 'Date' : columnType;
  Property<object>({ type, columnType, nullable: !required })(target, String(name));
}
