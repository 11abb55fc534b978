import type { Language } from '../../lib/locales.ts';
import type { FormPart } from '../../cms/small-form/form-parts.ts';
import { itemsTyped } from '../../cms/small-form/read-typed.ts';
import { removal, typedText, type Typed } from '../../cms/small-form/typed.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { FormFieldMeta } from '../../schemas/cases/form-field.ts';
import { fieldWords } from '../../schemas/field-words.ts';
import type { HandbookChapter } from '../../schemas/handbook-chapter.ts';
import { deskUrls } from '../../site/desk-urls.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { FieldProps } from '../submission/field-props.ts';

/** What a generated form of the desk draws. */
export type DeskControl = DeskFieldControl | DeskGroupControl;
export interface DeskFieldControl {
  type: 'field';
  field: FieldProps;
}
export interface DeskGroupControl {
  type: 'group';
  /** Of an item of a list: it opens what stands in it. */
  label: string;
  parts: DeskControl[];
  /** It holds something, or something in it is wrong. */
  open: boolean;
}

export interface ControlContext {
  language: Language;
  typed: Typed;
  problems: FieldProblems;
  /** The sources that may be cited, in words, by what stands for them. */
  sources: Record<string, string>;
}

/** The controls of the fields of a group, each with what is typed in it and what is wrong with it. */
export function partControls(parts: FormPart[], context: ControlContext, prefix = ''): DeskControl[] {
  return parts.flatMap((part): DeskControl[] => {
    const name = prefix + part.name;
    const label = fieldWords(context.language).label(part.label);
    if (part.type === 'list') return listControls(part.parts, label, context, `${name}.`);
    if (part.type === 'group') {
      const inside = partControls(part.parts, context, `${name}.`);
      return [{ type: 'group', label, parts: inside, open: holds(context, `${name}.`) }];
    }
    const kinds = part.kinds?.map((kind) => choiceWords(parts, 'kind', context.language)[kind] ?? kind);
    return [fieldControl(part, { name, kinds }, context)];
  });
}

/** The items of a list, each with the box that takes it out, and one more that is empty. */
function listControls(parts: FormPart[], label: string, context: ControlContext, prefix: string): DeskControl[] {
  const m = pageTexts('desk-small-form', context.language);
  const at = itemsTyped(context.typed, prefix);
  const next = (at.at(-1) ?? -1) + 1;
  return [...at, next].map((number, index) => {
    const own = `${prefix}${number}.`;
    const isNew = number === next;
    const remove = fieldOf(removal(own), { label: m.removeItem }, 'checkbox', context);
    return {
      type: 'group',
      label: isNew ? `${label}: ${m.another}` : `${label}, ${index + 1}`,
      open: !isNew,
      parts: [...itemControls(parts, context, own), ...(isNew ? [] : [{ type: 'field' as const, field: remove }])],
    };
  });
}

/** So many fields are named on a fold. */
const NAMED_MAX = 3;

/** What is behind a fold: its first fields by their labels. */
export function labelsOf(parts: DeskControl[]): string {
  const labels = parts.map((part) => (part.type === 'field' ? part.field.texts.label : part.label).toLowerCase());
  return labels.length > NAMED_MAX ? `${labels.slice(0, NAMED_MAX).join(', ')} …` : labels.join(', ');
}

/** What has to stand in an item, and the rest of it behind a fold. */
function itemControls(parts: FormPart[], context: ControlContext, prefix: string): DeskControl[] {
  const others = partControls(
    parts.filter(({ required }) => !required),
    context,
    prefix,
  );
  const label = pageTexts('desk-small-form', context.language).moreOf({ fields: labelsOf(others) });
  const open = others.some((part) => part.type === 'field' && part.field.problem !== undefined);
  return [
    ...partControls(
      parts.filter(({ required }) => required),
      context,
      prefix,
    ),
    ...(others.length > 0 ? [{ type: 'group' as const, label, parts: others, open }] : []),
  ];
}

function fieldControl(
  part: Exclude<FormPart, { type: 'group' | 'list' }>,
  { name, kinds }: { name: string; kinds: string[] | undefined },
  context: ControlContext,
): DeskFieldControl {
  const { language } = context;
  const m = pageTexts('desk-small-form', language);
  const words = fieldWords(language);
  const options = part.control === 'sources' ? context.sources : choiceWords([part], part.name, language);
  const help = [
    typingHint(part, language) ?? (part.help && words.help(part.help)),
    kinds && m.forKinds({ kinds: kinds.join(', ') }),
  ];
  return {
    type: 'field',
    field: {
      ...fieldOf(
        name,
        { label: words.label(part.label), help: help.filter(Boolean).join(' '), options },
        drawnAs(part),
        context,
      ),
      guide: guideOf(part.chapter, language),
    },
  };
}

/** The way to the chapter of the handbook that explains a field. */
function guideOf(chapter: HandbookChapter, language: Language): FieldProps['guide'] {
  const m = pageTexts('desk-handbook', language);
  return { label: m.about({ chapter: m.chapters[chapter].title }), href: deskUrls.handbook(language, chapter) };
}

/** What can be chosen in a field, in words. */
function choiceWords(parts: FormPart[], name: string, language: Language): Record<string, string> {
  const words = fieldWords(language);
  const options = parts.find((part) => part.name === name)?.options ?? [];
  return Object.fromEntries(
    options.map(({ value, label }) => [value, label === undefined ? words.choice(value) : words.label(label)]),
  );
}

/** How something is typed, where that is not plain. */
function typingHint({ type, control, name }: { type: string; control: string; name: string }, language: Language) {
  const m = pageTexts('desk-small-form', language);
  if (control === 'day' || control === 'date') return m.dayHint;
  if (control === 'amount') return m.amountHint;
  if (control === 'currency') return m.currencyHint;
  if (type === 'lines') return name === 'emails' ? m.emailsHint : m.linesHint;
  return undefined;
}

function drawnAs({ type, control }: { type: string; control: string }): FormFieldMeta['control'] {
  if (type === 'lines') return 'long-text';
  switch (control) {
    case 'amount':
    case 'number':
      return 'money';
    case 'choice':
    case 'sources':
      return 'select';
    case 'choices':
      return 'checkboxes';
    case 'yes-no':
      return 'checkbox';
    case 'email':
      return 'email';
    case 'long-text':
      return 'long-text';
    default:
      return 'text';
  }
}

/** A field with what stands in it. */
export function fieldOf(
  name: string,
  texts: FieldProps['texts'],
  control: FieldProps['control'],
  { typed, problems }: Pick<ControlContext, 'typed' | 'problems'>,
): FieldProps {
  const value = typedText(typed, name);
  return { name, texts, control, value, chosen: [...(typed.get(name) ?? [])], problem: problems[name] };
}

/** Whether something stands in a group, or something in it is wrong. */
function holds({ typed, problems }: ControlContext, prefix: string): boolean {
  return (
    [...typed].some(([name, texts]) => name.startsWith(prefix) && texts.some(Boolean)) ||
    Object.keys(problems).some((name) => name.startsWith(prefix))
  );
}
