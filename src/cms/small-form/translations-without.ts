interface Placed {
  field?: unknown;
}

/**
 * The translations of an entry after an item of a list was taken out: its own go with it, and those of the items after
 * it move up one place.
 */
export function translationsWithout<T extends Placed>(translations: T[], list: string, index: number): T[] {
  return translations.flatMap((translation) => {
    const [, place = '', rest = ''] =
      new RegExp(`^${list}\\.(\\d+)(\\..*)$`).exec(String(translation.field ?? '')) ?? [];
    if (place === '' || Number(place) < index) return translation;
    return Number(place) === index ? [] : { ...translation, field: `${list}.${Number(place) - 1}${rest}` };
  });
}
