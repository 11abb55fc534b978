import { en } from 'decap-cms-locales';
import { spoken } from './spoken.ts';

interface Phrases {
  [name: string]: string | Phrases;
}

/** Decap puts the name of the collection in. */
const NEW = spoken('New {collection}', { collection: '%{collectionLabel}' });

/** What Decap says in other words than an officer would, who knows no posts, workflows and locales. */
const ownWords: Phrases = {
  app: { header: { content: spoken('Entries'), workflow: spoken('Drafts'), media: spoken('Pictures') } },
  collection: {
    sidebar: { collections: spoken('Entries'), searchAll: spoken('Search') },
    collectionTop: { newButton: NEW, newButtonAriaLabel: NEW },
  },
  editor: {
    // It stands on an element that may bear no name; the label is beside it.
    editorControl: { field: { widgetLabel: '', optional: spoken('optional') } },
    editorToolbar: { backCollection: spoken('Writing in {collection}', { collection: '%{collectionLabel}' }) },
    editor: {
      confirmLoadBackup: spoken(
        'This browser has kept what you typed here before and did not save. Do you want to go on with it? Press Save to keep it.',
      ),
    },
  },
  ui: {
    toast: { missingRequiredField: spoken('A field is missing that every entry needs. It is marked in the form.') },
  },
  workflow: { workflow: { workflowHeading: spoken('Drafts and reviews'), newPost: spoken('New entry') } },
};

/** Every phrase of the editor. */
export const phrases = merged(en as Phrases, ownWords);

function merged(all: Phrases, own: Phrases): Phrases {
  const result = { ...all };
  for (const [name, value] of Object.entries(own)) {
    const before = result[name];
    result[name] = typeof value === 'string' || typeof before !== 'object' ? value : merged(before, value);
  }
  return result;
}
