import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { mergeYaml } from '../../src/lib/yaml/merge-yaml.ts';
import { prune } from '../../src/lib/yaml/prune.ts';

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.constantFrom('a: b', '# no', '[ x ]', '{ y }', '- z', 'yes', '007', 'line\nline', "it's", '"quoted"'),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie('value'), { maxKeys: 4 }),
  ),
}));
const record = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), value, { minKeys: 1, maxKeys: 6 });

test('whatever changes, the written text holds exactly the wanted values', () => {
  fc.assert(
    fc.property(record, record, fc.boolean(), (before, after, flow) => {
      const merged = mergeYaml(stringify(before, { collectionStyle: flow ? 'flow' : 'any' }), after);
      expect(prune(parse(merged)) ?? {}).toEqual(prune(after) ?? {});
    }),
    { numRuns: 300 },
  );
});
