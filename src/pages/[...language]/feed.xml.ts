import type { APIRoute } from 'astro';
import { openText } from '../../web/answers.ts';
import { feedOf } from '../../views/history/feed.ts';
import { getHistory } from '../../history/current.ts';
import { getRegister } from '../../site/collections.ts';
import { languagePaths } from '../../site/paths.ts';

export const getStaticPaths = languagePaths;

/** The Atom feed of changes to all charters. */
export const GET: APIRoute = async ({ props, site }) =>
  openText(
    'application/atom+xml',
    feedOf({ history: await getHistory(), register: await getRegister(), language: props.language, site }),
  );
