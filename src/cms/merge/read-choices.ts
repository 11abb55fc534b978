import type { PostedForm } from '../../web/posted-form.ts';
import type { Choice } from './settle-merge.ts';

const CHOICE = 'choose:';

/** What a form chose of each contradiction, by the name of its place. */
export function readChoices(form: PostedForm): Map<string, Choice> {
  const choices = new Map<string, Choice>();
  for (const [field, of] of form.entries()) {
    if (!field.startsWith(CHOICE)) continue;
    const name = field.slice(CHOICE.length);
    if (of === 'theirs' || of === 'mine') choices.set(name, { of });
    if (of === 'own') choices.set(name, { of, typed: String(form.get(`own:${name}`) ?? '') });
  }
  return choices;
}
