import { buildSearchIndex } from '../../src/search/build-index.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadFromMemory } from '../../src/search/load-files.ts';
import { shippedRegister } from '../register/shipped-content.ts';
import { publishedVocabulary } from './search-fixture.ts';

let made: Promise<ReturnType<typeof createSearch>> | undefined;

/** The search of the shipped content, whose index is made once for all test files of a worker. */
export function shippedSearch(): ReturnType<typeof make> {
  return (made ??= make());
}

async function make() {
  const index = buildSearchIndex(await shippedRegister(), publishedVocabulary());
  return createSearch({ load: loadFromMemory(index) });
}
