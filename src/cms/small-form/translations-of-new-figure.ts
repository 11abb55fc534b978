interface Placed {
  field?: unknown;
}

/**
 * The translations of an entry after a figure took the place of another: those of a text that went into its history go
 * there with it, those of a text that it no longer has go away. `moved` names the old places of such texts and the new.
 */
export function translationsOfNewFigure<T extends Placed>(
  translations: T[],
  at: string,
  { now, moved }: { now: Record<string, unknown>; moved: [from: string, to: string][] },
): T[] {
  return translations.flatMap((translation) => {
    const field = String(translation.field ?? '');
    if (!field.startsWith(`${at}.`)) return translation;
    const own = field.slice(at.length + 1);
    const [from, to] = moved.find(([from]) => own === from || own.startsWith(`${from}.`)) ?? [];
    if (from !== undefined) return { ...translation, field: `${at}.${to}${own.slice(from.length)}` };
    return holds(now, own) ? translation : [];
  });
}

function holds(values: unknown, path: string): boolean {
  const [first = '', ...rest] = path.split('.');
  const value = (values as Record<string, unknown> | undefined)?.[first];
  return rest.length > 0 ? holds(value, rest.join('.')) : value !== undefined && value !== '';
}
