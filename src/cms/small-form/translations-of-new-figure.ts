interface Placed {
  field?: unknown;
}

/**
 * The translations of an entry after a figure took the place of another: those of a text that went into its history go
 * there with it. `moved` names the old places of such texts in the item and the new.
 */
export function translationsOfNewFigure<T extends Placed>(
  translations: T[],
  at: string,
  moved: [from: string, to: string][],
): T[] {
  return translations.map((translation) => {
    const field = String(translation.field ?? '');
    const own = field.startsWith(`${at}.`) ? field.slice(at.length + 1) : '';
    const [from, to] = moved.find(([from]) => own === from || own.startsWith(`${from}.`)) ?? [];
    return from === undefined ? translation : { ...translation, field: `${at}.${to}${own.slice(from.length)}` };
  });
}
