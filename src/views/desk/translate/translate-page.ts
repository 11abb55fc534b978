import type { CmsError } from '../../../cms/cms-error.ts';
import type { DeskContext } from '../../../cms/context.ts';
import { attempt } from '../../../cms/refusal.ts';
import { languageCode } from '../../../cms/translate/languages.ts';
import { openEntry, type Asked } from '../../../cms/translate/open-entry.ts';
import { saveTranslations, type SavedTranslations } from '../../../cms/translate/save-translations.ts';
import { typedTexts } from '../../../cms/translate/typed-texts.ts';
import type { Language } from '../../../lib/locales.ts';
import { deskUrls } from '../../../site/desk-urls.ts';
import { filters, translateEntry, type TranslateEntry } from './entry.ts';
import { translateOverview, type TranslateOverview } from './overview.ts';

/** What an address of `/desk/translate/` leads to. */
export type TranslatePage =
  | { redirect: string }
  | { overview: TranslateOverview; refusal?: string; status: number }
  | { entry: TranslateEntry; status: number };

export interface TranslateAsked {
  language: Language;
  /** What the address asks for: `into`, `entry` (collection/slug), `agency`, `show`, `part`. */
  params: URLSearchParams;
  /** What was posted. */
  form?: Readonly<Record<string, string>>;
}

/** Answers a request for the desk's page of translations; saves what was posted. */
export async function translatePage(context: DeskContext, asked: TranslateAsked): Promise<TranslatePage> {
  const { language, params, form } = asked;
  const into = languageCode(params.get('into'), language);
  const [collection, slug] = params.get('entry')?.split('/') ?? [];
  if (!into || !collection || !slug) return overviewPage(context, asked);
  const entry: Asked = { collection, slug, into };
  const opened = await attempt(() => openEntry(context, entry));
  if (opened.refusal) return overviewPage(context, asked, opened.refusal);
  if (opened.value.language === into) return overviewPage(context, asked);
  const where = {
    filter: filters.find((name) => name === params.get('show')),
    part: Number(params.get('part') ?? 1) || 1,
  };
  if (!form) return { entry: await translateEntry(context, opened.value, language, where), status: 200 };

  const typed = typedTexts(form);
  const saved = await attempt(() =>
    saveTranslations(context, entry, typed, form.do === 'publish' ? 'unless-lacking' : 'no'),
  );
  if (saved.value && !saved.value.problems) return { redirect: afterSaving(saved.value, asked, entry) };
  // Shown as it stands now: somebody else may have saved meanwhile.
  const now = saved.value ? { value: saved.value.opened } : await attempt(() => openEntry(context, entry));
  const refused = {
    typed,
    problems: saved.value?.problems ?? new Map(),
    ...(saved.refusal ? { refusal: saved.refusal.says(language) } : {}),
  };
  return {
    entry: await translateEntry(context, now.value ?? opened.value, language, where, refused),
    status: saved.refusal?.status ?? 422,
  };
}

async function overviewPage(
  context: DeskContext,
  { language, params }: TranslateAsked,
  refusal?: CmsError,
): Promise<TranslatePage> {
  return {
    overview: await translateOverview(context, language, {
      into: languageCode(params.get('into'), language),
      agency: params.get('agency'),
    }),
    ...(refusal ? { refusal: refusal.says(language) } : {}),
    status: refusal?.status ?? 200,
  };
}

/** Where one is led once it is saved: to how the publication stands, to the review, or on to the next texts. */
function afterSaving(
  saved: Extract<SavedTranslations, { problems?: undefined }>,
  { language, params, form }: TranslateAsked,
  { collection, slug, into }: Asked,
): string {
  if (saved.commit) return deskUrls.publication(language, saved.commit);
  if (form?.do === 'review' && saved.lacking === 0) return deskUrls.review(language, saved.draft);
  const said = new URLSearchParams({ saved: String(saved.saved) });
  if (saved.lacking > 0) {
    said.set('show', 'lacking');
    said.set('lacking', String(saved.lacking));
    if (form?.do === 'publish') said.set('unpublished', 'yes');
  } else {
    const show = params.get('show');
    if (show) said.set('show', show);
    // Of the texts that wait, those just translated are gone: the next ones are the first.
    if (show === 'all') said.set('part', String((Number(params.get('part') ?? 1) || 1) + 1));
  }
  return `${deskUrls.translate(language, into, `${collection}/${slug}`)}&${said.toString()}`;
}
