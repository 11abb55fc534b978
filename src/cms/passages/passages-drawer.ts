import { copyWords } from '../../lib/copy-words.ts';
import { readPassages, writePassages } from './kept-passages.ts';

/** What the drawer says, in the language of its page. */
export interface DrawerWords {
  title: (document: string, left: number) => string;
  copy: string;
  copied: string;
  placed: string;
  aside: string;
  forget: string;
}

/**
 * Shows the passages of a document that found no field in a drawer over the page: closed at first, on the one side or
 * the other, each passage to be copied and ticked off. Nothing where no document was read for the body in this browser.
 */
export function showPassages(
  { officer, agency, words }: { officer: string; agency: string; words: DrawerWords },
  into: HTMLElement = document.body,
): void {
  const kept = readPassages(officer, agency, Date.now());
  if (!kept || kept.passages.length === 0) return;
  const drawer = make('details', 'passages-drawer');
  const summary = make('summary');
  const tell = (): void => {
    summary.textContent = words.title(kept.document, kept.passages.filter(({ placed }) => !placed).length);
  };
  const list = make('ul');
  for (const passage of kept.passages) {
    const box = make('input');
    box.type = 'checkbox';
    box.checked = passage.placed === true;
    box.addEventListener('change', () => {
      passage.placed = box.checked;
      writePassages(officer, agency, kept);
      tell();
    });
    const label = make('label');
    label.append(box, words.placed);
    const copy = button(words.copy, async () => {
      if (await copyWords(passage.text)) copy.textContent = words.copied;
    });
    const text = make('p');
    text.textContent = passage.text;
    const item = make('li');
    item.append(text, copy, label);
    list.append(item);
  }
  const actions = make('p', 'passages-actions');
  actions.append(
    button(words.aside, () => drawer.classList.toggle('passages-left')),
    button(words.forget, () => {
      writePassages(officer, agency, { ...kept, passages: [] });
      drawer.remove();
    }),
  );
  drawer.append(summary, list, actions);
  tell();
  into.append(drawer);
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className = ''): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  return element;
}

function button(says: string, act: () => unknown): HTMLButtonElement {
  const made = make('button');
  made.type = 'button';
  made.textContent = says;
  made.addEventListener('click', () => void act());
  return made;
}
