import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf, wrongImports } from './astro-imports.ts';
import { readTree } from './source-tree.ts';

const sources = readTree(['src'], ['.astro']);

describe('imports of components and pages', () => {
  it('follow the arrows', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(({ file, text }) => wrongImports(file, text))).toEqual([]);
  });

  it('lead to files that exist', () => {
    const missing = sources.flatMap(({ file, text }) =>
      importsOf(file, text)
        .filter((target) => target.startsWith('src/') && !existsSync(target))
        .map((target) => `${file} imports ${target}, which does not exist.`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the check itself', () => {
  const component = 'src/components/charter/Bad.astro';

  it.each([
    [
      component,
      "---\nimport { startPortal } from '../../server/portal.ts';\n---",
      'src/server/portal.ts',
      'let the page pass',
    ],
    [component, "---\nimport { getCollection } from 'astro:content';\n---", 'astro:content', 'components take props'],
    [
      component,
      "---\nimport { loadRegister } from '../../register/load.ts';\n---",
      'src/register/load.ts',
      'Astro.locals.edition',
    ],
    [
      component,
      '---\nimport type { App }\n  from "../../server/app.ts";\n---',
      'src/server/app.ts',
      'let the page pass',
    ],
    [
      component,
      "---\n---\n<script>\n  import '../../entry/start.ts';\n</script>",
      'src/entry/start.ts',
      'let the page pass',
    ],
    [
      component,
      "---\nconst m = await import('../../pages/search.astro');\n---",
      'src/pages/search.astro',
      'let the page pass',
    ],
    [component, "---\nexport { x } from '../../lib/utils/x.ts';\n---", 'src/lib/utils/x.ts', 'one concern'],
    [
      component,
      "---\nimport { openJson } from '../../web/answers.ts';\n---",
      'src/web/answers.ts',
      'let the page pass',
    ],
    [
      component,
      "---\nimport { badView } from './bad-view.ts';\n---",
      'src/components/charter/bad-view.ts',
      'runs in the browser',
    ],
    ['src/pages/bad.astro', "---\nimport '../entry/build.ts';\n---", 'src/entry/build.ts', 'Entry scripts'],
    [
      'src/pages/bad.astro',
      "---\nimport Home from './[...language]/index.astro';\n---",
      'src/pages/[...language]/index.astro',
      'component',
    ],
  ])('%s: %j is told with file, import and remedy', (file, text, target, remedy) => {
    const [sentence, ...others] = wrongImports(file, text);
    expect(others).toEqual([]);
    expect(sentence).toContain(`${file} imports ${target}.`);
    expect(sentence).toContain(remedy);
  });

  it('lets a page read the register and a component take views', () => {
    expect(
      wrongImports(
        'src/pages/good.astro',
        "---\nimport { agencyOf } from '../site/paths.ts';\nimport Page from '../components/Page.astro';\n---",
      ),
    ).toEqual([]);
    expect(
      wrongImports(
        component,
        "---\nimport type { AgencyView } from '../../site/views/agency.ts';\nimport '../../styles/charter.css';\n---\n<script>\n  import './kept-promise.ts';\n</script>\n<p>Read it from 'here'.</p>",
      ),
    ).toEqual([]);
  });
});
