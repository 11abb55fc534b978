import { defaultLanguage, languages, type Language } from '../../lib/locales.ts';
import { searchAddress } from '../../site/search-address.ts';
import { createSearch, type Search } from '../../search/create-search.ts';
import { loadTexts } from '../../texts/catalogues.ts';
import { askWithChips, COUNTRY_CHOSEN, enhanceCountryChips, rememberedCountry } from './country-memory.ts';
import { offerFullText } from './full-text.ts';
import { announcement, renderAnswer, renderSuggestions } from '../../views/search/render-answer.ts';
import { moveAmongAnswers } from './search-keys.ts';
import { searchKinds, type SearchAnswer } from '../../search/answer.ts';

/** Waiting time after a key, so that a fast typist does not fetch for each letter. */
const PAUSE_MS = 120;
/** A screen reader is told of an answer only when it has stood this long: nobody listens to one for each letter. */
const SPEAK_AFTER_MS = 1000;
/** What every search needs is never called back; shards and cards of an answer that is no longer wanted are. */
const ALWAYS_NEEDED = /(?:^|\/)(?:manifest|words)\.json$/;

/**
 * Makes every search box of the page answer as one types. On the search page the answer replaces the one the server
 * sent; elsewhere a short list opens over the page, so that nothing below it moves. Without this script the boxes
 * are plain forms, and they stay so when the index cannot be loaded, and where data is dear or slow.
 */
export function enhanceSearchBoxes(): void {
  let wanted = new AbortController();
  const search = createSearch({ load: (path) => fetchIndexFile(path, wanted.signal) });
  const giveUp = (): void => {
    wanted.abort();
    wanted = new AbortController();
  };
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-search-box]')];
  for (const form of forms) enhance(form, search, giveUp);
  // Where the server has to answer, it does so at the address of a chip.
  enhanceCountryChips(() => !isDear() || forms.some(answersAlone) || !document.querySelector('[data-search-results]'));
}

/** Nobody but this script answers: the portal is files alone. */
function answersAlone(form: HTMLFormElement): boolean {
  return 'answersAlone' in form.dataset;
}

/**
 * The visitor has asked to save data, or the network is so slow that the page of the server comes sooner than the
 * index.
 */
function isDear(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean; effectiveType?: string } };
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '');
}

async function fetchIndexFile(path: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(`/search-index/${path}`, {
    ...(path === 'manifest.json' ? { cache: 'no-cache' } : {}),
    ...(ALWAYS_NEEDED.test(path) ? {} : { signal }),
  });
  if (!response.ok) throw new Error(`The search index answered ${response.status} for ${path}.`);
  return response.json();
}

interface Box {
  form: HTMLFormElement;
  input: HTMLInputElement;
  status: HTMLElement;
  panel: HTMLElement;
  /** Where the full answer stands, on the search page. */
  results: HTMLElement | null;
  language: Language;
  /** Waits until an answer has stood long enough to be spoken. */
  speaking?: ReturnType<typeof setTimeout>;
}

function enhance(form: HTMLFormElement, search: Search, giveUp: () => void): void {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  const status = form.querySelector<HTMLElement>('[data-search-status]');
  const panel = form.querySelector<HTMLElement>('[data-search-panel]');
  if (!input || !status || !panel) return;
  const results = document.querySelector<HTMLElement>('[data-search-results]');
  const box: Box = {
    form,
    input,
    status,
    panel,
    results,
    language: languages.find((item) => item === form.dataset.language) ?? defaultLanguage,
  };
  const alone = answersAlone(form);
  const dear = (): boolean => !alone && isDear();
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async (): Promise<void> => {
    const turn = latest;
    const { q, country, kind } = valuesOf(form);
    if (!q.trim()) return clear(box);
    try {
      const [answer] = await Promise.all([
        search.query(q, { language: box.language, country, kind }),
        loadTexts(box.language),
      ]);
      if (turn === latest) show(box, answer);
    } catch {
      // The form still works: the server answers when it is sent.
      if (turn === latest) speak(box, form.dataset.failed ?? '');
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    latest++;
    giveUp();
    if (dear()) return clear(box);
    timer = setTimeout(() => void run(), PAUSE_MS);
  };
  /** Whoever has closed the list, or gone on, does not want it opened again by an answer that was under way. */
  const close = (): void => {
    panel.hidden = true;
    if (results) return;
    clearTimeout(timer);
    latest++;
  };
  input.addEventListener('input', later);
  // The first files are on their way while the person still thinks about the words.
  input.addEventListener(
    'focus',
    () => {
      if (dear()) return;
      void search.query('', { language: box.language }).catch(() => undefined);
      void loadTexts(box.language).catch(() => undefined);
    },
    { once: true },
  );
  form.addEventListener('change', later);
  form.addEventListener('keydown', (event) => {
    moveAmongAnswers(event, box);
    if (event.key === 'Escape') close();
  });
  results?.addEventListener('keydown', (event) => moveAmongAnswers(event, box));
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !form.contains(event.target)) close();
  });
  form.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !form.contains(event.relatedTarget)) close();
  });
  const chosen = rememberedCountry();
  if (chosen) setCountry(form, chosen);
  document.addEventListener(COUNTRY_CHOSEN, (event) => {
    if (!(event instanceof CustomEvent)) return;
    setCountry(form, String(event.detail));
    later();
  });
  // What was typed while this script was still on its way is answered as if it had been here.
  if (input.value !== input.defaultValue && document.activeElement === input) return later();
  if (results && alone && takeFromAddress(form)) return void run();
  const { q, country, kind } = valuesOf(form);
  if (results && q)
    void loadTexts(box.language).then(
      () => offerFullText(results, { queries: [q], country, kind }, box.language),
      () => undefined,
    );
}

/**
 * Fills the form with what its own address asks for, where nobody has written into it yet; false where that asks for
 * nothing.
 */
function takeFromAddress(form: HTMLFormElement): boolean {
  const asked = new URLSearchParams(location.search);
  for (const name of ['q', 'kind']) {
    const field = form.elements.namedItem(name);
    if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && !field.value)
      field.value = asked.get(name) ?? '';
  }
  return valuesOf(form).q.trim() !== '';
}

/** Searches in a country from now on, and sends it along where the form is sent. */
function setCountry(form: HTMLFormElement, country: string): void {
  let field = form.elements.namedItem('country');
  if (!(field instanceof HTMLInputElement)) {
    field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'country' });
    form.append(field);
  }
  (field as HTMLInputElement).value = country;
}

function valuesOf(form: HTMLFormElement): {
  q: string;
  country: string | undefined;
  kind: (typeof searchKinds)[number] | undefined;
} {
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? '');
  return {
    q: text('q'),
    country: text('country') || undefined,
    kind: searchKinds.find((kind) => kind === text('kind')),
  };
}

function show(box: Box, answer: SearchAnswer): void {
  speak(box, announcement(answer));
  if (!box.results) {
    box.panel.innerHTML = renderSuggestions(answer);
    box.panel.hidden = false;
    return;
  }
  box.results.innerHTML = renderAnswer(answer);
  offerFullText(box.results, { queries: answer.pageQueries, country: answer.country, kind: answer.kind }, box.language);
  const asked = valuesOf(box.form);
  askWithChips((country) => searchAddress(box.language, { ...asked, country }));
  history.replaceState(history.state, '', searchAddress(box.language, asked));
}

/** Speaks once after typing has paused, at most once a second. */
function speak(box: Box, text: string): void {
  clearTimeout(box.speaking);
  box.speaking = setTimeout(() => (box.status.textContent = text), SPEAK_AFTER_MS);
}

function clear(box: Box): void {
  clearTimeout(box.speaking);
  box.panel.hidden = true;
  box.status.textContent = '';
}
