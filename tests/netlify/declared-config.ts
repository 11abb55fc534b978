import ts from 'typescript';

/** What a function says of itself: all that Netlify reads of it here, without running it. */
export interface DeclaredConfig {
  path?: string;
  schedule?: string;
  nodeBundler?: string;
}

/** The exported `config` of a function's module, read from its text. Throws where it is no plain object of literals. */
export function declaredConfig(name: string, module: string): DeclaredConfig {
  const source = ts.createSourceFile(`${name}.mjs`, module, ts.ScriptTarget.Latest);
  const declared = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText(source) === 'config')?.initializer;
  if (!declared || !ts.isObjectLiteralExpression(declared)) throw new Error(`${name} does not say what it is.`);
  return Object.fromEntries(
    declared.properties.filter(ts.isPropertyAssignment).map(({ name: key, initializer }) => {
      if (ts.isStringLiteralLike(initializer)) return [key.getText(source).replaceAll(/['"]/g, ''), initializer.text];
      if (isPlain(initializer)) return [key.getText(source), undefined];
      throw new Error(`${name}: ${key.getText(source)} is worked out, but Netlify reads it without running it.`);
    }),
  );
}

function isPlain(value: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(value)) return value.elements.every(ts.isStringLiteralLike);
  return value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword;
}
